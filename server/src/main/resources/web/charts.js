// The charts.
