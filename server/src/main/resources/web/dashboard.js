// A report of a dashboard is left alone while nobody looks, and while somebody reads its numbers or stands in it.
document.addEventListener("htmx:beforeRequest", event => {
    const widget = event.target.closest?.(".widget");
    if (widget && (document.hidden || widget.querySelector("[data-folds][open]") || widget.contains(document.activeElement))) {
        event.preventDefault();
    }
});
