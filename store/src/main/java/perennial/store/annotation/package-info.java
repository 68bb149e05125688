/// What happened outside the events that numbers may follow: releases, price changes, campaigns
/// ([perennial.store.annotation.Annotations]). Charts over time show them at their day.
@NullMarked
package perennial.store.annotation;

import org.jspecify.annotations.NullMarked;
