package org.relais.keycloak.demo;

import java.util.List;
import java.util.Random;

/** Names as an academy in Brittany meets them: Breton, French, and from everywhere. */
final class NameStock {

    private static final List<String> FIRST = names("""
            Aëlle, Agnès, Aïcha, Amélie, André, Anne-Laure, Armel, Aurélie, Awen, Benoît, Björn, Brieuc,
            Camille, Cécile, Chloé, Clémence, Corentin, Denez, Diarra, Élise, Éloïse, Enora, Erwan, Fañch,
            Fatou, Gaël, Gaëlle, Goulven, Guénolé, Gwenaëlle, Gwendal, Hélène, Inès, Jean-Baptiste, Jean-Yves,
            João, Joël, Karim, Katell, Léna, Loïc, Lucía, Maëlys, Maïwenn, Malo, Marie, Marie-Thérèse, Mehdi,
            Mélanie, Morgane, Noémie, Nolwenn, Olena, Océane, Paul, Pierre, Rafał, Ronan, Rozenn, Sébastien,
            Şeyma, Soazig, Solène, Tanguy, Théo, Thi Mai, Tifenn, Tugdual, Yann, Youenn, Zoé""");

    private static final List<String> LAST = names("""
            Abgrall, Benali, Bernard, Bourdonnec, Çelik, Chevalier, Cœuret, Cloarec, Coat, Da Silva, Dao Văn,
            de Kersauson, de La Villéon, Diallo, Đặng, Du Plessis, Dupont, Durand, El Amrani, Guéguen, Guillou,
            Hélias, Hernández, Jaouen, Kerbrat, Kerdoncuff, Kermarrec, Kovačević, Lagadec, Lahuec, Le Bihan,
            Le Bras, Le Dû, Le Gall, Le Goff, Le Moal, Le Roux, Lefèvre, L'Haridon, L'Hostis, L'Hour, Madec,
            Martin, Menguy, Miossec, Morvan, N'Diaye, Nguyễn Văn, Nowak, O'Connor, Ollivier, Pérès, Petit,
            Petton, Prigent, Quéméner, Quéré, Riou, Rivoal-Daniel, Robert, Ruellan, Salaün, Shevchenko, Tanguy,
            Thépaut, Toullec, Touré, Trần, Urvoas, Van den Berghe, Yılmaz""");

    private NameStock() {}

    static Name drawn(Random random) {
        return new Name(oneOf(FIRST, random), oneOf(LAST, random));
    }

    private static List<String> names(String commaSeparated) {
        return List.of(commaSeparated.split(",\\s+"));
    }

    private static String oneOf(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }
}
