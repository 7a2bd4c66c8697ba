package org.relais.keycloak.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Where it was measured; nothing that names the machine or its owner. */
record Machine(int cores, long memoryGigabytes, String system, String jvm) {

    private static final long GIGABYTE = 1L << 30;

    static Machine here() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                Math.round((double) system.getTotalMemorySize() / GIGABYTE),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    }

    String text() {
        return String.format(Locale.ROOT, "%d cores, %d GB, %s, %s", cores, memoryGigabytes, system, jvm);
    }
}
