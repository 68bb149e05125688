package perennial.server;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// For what another thread does.
public final class Waiting {
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private Waiting() {}

    public static void aMoment() throws InterruptedException {
        boolean _ = NEVER.await(20, TimeUnit.MILLISECONDS);
    }

    public static void until(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            aMoment();
        }
    }
}
