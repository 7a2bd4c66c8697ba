package org.relais.keycloak.bench.measure;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long the requests of one kind took; several threads may add to it. */
public final class Series {

    private static final long LONGEST = TimeUnit.MINUTES.toNanos(2);
    private static final int DIGITS = 3;
    private static final double NANOS_OF_A_MILLISECOND = 1e6;

    private final Histogram histogram = new ConcurrentHistogram(LONGEST, DIGITS);

    public void add(long nanos) {
        histogram.recordValue(Math.min(nanos, LONGEST));
    }

    public long count() {
        return histogram.getTotalCount();
    }

    /** In milliseconds. */
    public double percentile(double percent) {
        return histogram.getValueAtPercentile(percent) / NANOS_OF_A_MILLISECOND;
    }

    public double median() {
        return percentile(50);
    }

    /** In milliseconds. */
    public double mean() {
        return histogram.getMean() / NANOS_OF_A_MILLISECOND;
    }

    /** What one client that waits for each answer gets done in a second. */
    public double perSecond() {
        return 1000 / mean();
    }
}
