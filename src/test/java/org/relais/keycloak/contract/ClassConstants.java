package org.relais.keycloak.contract;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The strings that the code of a class names, out of the constant pool of its file (JVMS 4.4). */
final class ClassConstants {

    private static final int HEADER = 8;
    private static final int TEXT = 1;
    private static final int STRING = 8;

    private final Map<Integer, String> texts = new HashMap<>();
    private final Set<Integer> strings = new HashSet<>();

    private ClassConstants() {}

    static Stream<String> strings(InputStream file) throws IOException {
        var pool = new ClassConstants();
        pool.read(new DataInputStream(file));
        return pool.strings.stream().map(pool.texts::get);
    }

    private void read(DataInputStream in) throws IOException {
        in.skipNBytes(HEADER);
        int size = in.readUnsignedShort();
        for (int i = 1; i < size; i++) {
            int kind = in.readUnsignedByte();
            switch (kind) {
                case TEXT -> texts.put(i, in.readUTF());
                case STRING -> strings.add(in.readUnsignedShort());
                // Numbers of eight bytes take two places.
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                case 7, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                default -> in.skipNBytes(4);
            }
        }
    }
}
