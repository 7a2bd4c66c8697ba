package org.relais.keycloak.it.fuzz;

import java.util.List;
import java.util.Random;

/** Chance that falls the same way for the same seed and number. */
final class Dice {

    private final Random random;

    Dice(long seed, int number) {
        random = new Random(seed * 1_000_003 + number);
    }

    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
