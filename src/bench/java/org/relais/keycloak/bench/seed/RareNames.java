package org.relais.keycloak.bench.seed;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Most last names are borne by few: {@value #COUNT} names built of syllables, the last of them for one or two people in a million. */
final class RareNames {

    static final int COUNT = 150_000;

    private static final List<String> BEGIN = syllables("Ker Pen Plou Tré Lan Ros Coat Goa Bel Mor Cré Dré Bou Cor Gué"
            + " Lou Qué Ri Sal Thé Trou Bré Cal Fé Gour Hé Jau Lé Mé Né Per Pri Ra Sé Tan Va Ab Bo Ca Cha Du Es Fou Gar Hu"
            + " Jo La Ma Mi No Pé Pou Ré Ro Sou Ta Ti Vé Vi Zé");
    private static final List<String> MIDDLE =
            syllables("a an ar au bé bi bo bri can char da del do dou er es fan flo ga gan"
                    + " gal go gui han her i in jan ka lan lé lo lou ma man mé mi mor na né no o pé ra ran ré ri ro san sé so ta tan"
                    + " té to ur va vé vi");
    private static final List<String> END = syllables(
            "ec ic ou an en el eau ier et on in ard ault oux ès ez ac euc ic'h aire"
                    + " as é eur ian iec iou lec let mat ment nec nes net noc ouarn our pel quer rec ret riou rou sec tin vec ven zec");
    private static final int STRIDE = 104_729;

    private RareNames() {}

    static String drawn(SplittableRandom random) {
        double chance = random.nextDouble();
        return name((int) (COUNT * chance * chance));
    }

    /** The name of a number; numbers apart look unlike each other. */
    private static String name(int number) {
        int mixed = (int) ((long) number * STRIDE % ((long) BEGIN.size() * MIDDLE.size() * END.size()));
        String begin = BEGIN.get(mixed % BEGIN.size());
        String middle = MIDDLE.get(mixed / BEGIN.size() % MIDDLE.size());
        String end = END.get(mixed / BEGIN.size() / MIDDLE.size());
        String plain = begin + middle + end;
        return switch (number % 50) {
            case 1, 11, 21, 31, 41 -> "Le " + plain;
            case 2 -> "de " + plain;
            case 3 -> "L'" + capital(middle) + end + "ec";
            case 4 -> "Du " + plain;
            default -> plain;
        };
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static List<String> syllables(String text) {
        return List.of(text.split(" "));
    }
}
