package org.relais.keycloak.bench.seed;

import java.util.List;
import java.util.SplittableRandom;

/** First and last names of Brittany, the common ones first: the earlier in the list, the more often it is drawn. */
final class Stock {

    static final List<String> FIRST = names("""
            Marie, Jean, Nathalie, Pierre, Camille, Yann, Isabelle, Nicolas, Sylvie, Thomas, Anne, Philippe, Léa, Julien,
            Catherine, Loïc, Manon, Erwan, Valérie, Alain, Chloé, Maxime, Sandrine, Hugo, Françoise, Ronan, Emma, Patrick,
            Aurélie, Gwenaël, Christine, Lucas, Inès, Éric, Véronique, Mathieu, Zoé, François, Céline, Théo, Hélène,
            Sébastien, Morgane, Tanguy, Élodie, Stéphane, Nolwenn, Kévin, Jeanne, Jérôme, Audrey, Benoît, Maëlle, Gaël,
            Agnès, Corentin, Océane, Yves, Élise, Ewen, Léna, Mickaël, Solène, Malo, Gwenaëlle, Jean-Yves, Anaïs, Frédéric,
            Noémie, Hervé, Mélanie, Rémi, Enora, Cédric, Rozenn, Youenn, Amélie, Jean-Luc, Maïwenn, Grégory, Soazig, Ludovic,
            Annick, Brieuc, Éloïse, Mehdi, Cécile, Fañch, Marie-Thérèse, Denis, Katell, Jean-Baptiste, Anne-Laure, Armel,
            Aïcha, Goulven, Lucía, Guénolé, Fatou, Gwendal, Aëlle, Joël, Tifenn, Karim, Maëlys, Tugdual, Awen, Rafał, Olena,
            Björn, Şeyma, João, Diarra, Denez, Thi Mai, Marie-Françoise, Pierre-Yves, Anne-Marie, Jean-François, Maël""");

    static final List<String> LAST = names("""
            Martin, Le Gall, Le Goff, Thomas, Le Roux, Robert, Hamon, Guillou, Simon, Le Guen, Morvan, Petit, Tanguy, Guéguen,
            Durand, Rault, Richard, Cariou, Prigent, Riou, Le Bihan, Gautier, Le Corre, Henry, Moreau, Michel, Lebreton,
            Bernard, Denis, Le Bras, Rolland, Leroy, Salaün, Philippe, Daniel, Le Floch, Hervé, Guérin, Dubois, Jégou, Kerboul,
            Bourdon, Le Moal, Perrot, Le Berre, Ollivier, Madec, Laurent, Jaouen, Lefèvre, Le Dantec, Quéméner, Allain, Gicquel,
            Le Pape, Colin, Nicolas, Boucher, David, Roussel, Le Bris, Lucas, Cloarec, Guyot, Le Meur, Abgrall, Hascoët, Menguy,
            Le Gal, Berthou, Le Borgne, Bodénès, Joly, Kervella, Leclerc, Le Calvez, Méner, Pichon, Bougeard, Pennec, Legrand,
            Lagadec, Coat, Le Gac, Rouxel, Bihannic, Blanchard, Le Nours, Pérès, Texier, Kermarrec, Le Hir, Renault, Jouan,
            Briand, Hélias, Chevalier, Toullec, Le Moigne, Collet, Fleury, Garnier, Le Breton, Corbel, Adam, Masson, Le Cam,
            Marchand, Lemoine, Le Tallec, Carré, Poulain, Quéré, Le Dû, Barbier, Hubert, Kerdoncuff, Roy, Guivarch, Legros,
            Drouet, Lamy, Beaumont, Le Nay, Petton, Fournier, Perrin, L'Hostis, Rivoal, Vincent, Bouvier, Noël, Jezequel,
            Le Guillou, Queffélec, Page, Billon, Boulanger, L'Haridon, Meunier, Le Scouarnec, Chauvin, Guillemot, Rivière,
            Lemaître, Ménard, Le Maux, Hamelin, Loison, Besnard, L'Hour, Coulon, Mahé, Le Bot, Caradec, Urvoas, Baron, Ruellan,
            Le Mat, Guichard, Leblanc, Troadec, Diallo, Benali, Nguyễn, Da Silva, Traoré, Touré, El Amrani, Nowak, Yılmaz,
            Kovačević, O'Connor, Trần, Hernández, Çelik, Đặng, Shevchenko, N'Diaye, Van den Berghe, de Kersauson, Du Plessis,
            de La Villéon, Cœuret, Le Goaziou, Thépaut, Miossec, Bourdonnec, Kerbrat, Lahuec, Dao Văn, Rivoal-Daniel""");

    private static final double SKEW = 0.3;
    private static final double SKEW_OF_FIRST = 0.5;

    private Stock() {}

    static String first(SplittableRandom random) {
        return FIRST.get(rank(random, FIRST.size(), SKEW_OF_FIRST));
    }

    static String last(SplittableRandom random) {
        return LAST.get(rank(random, LAST.size(), SKEW));
    }

    /** A rank whose frequency falls with the power {@code skew} of the rank. */
    private static int rank(SplittableRandom random, int size, double skew) {
        return (int) (size * Math.pow(random.nextDouble(), 1 / (1 - skew)));
    }

    private static List<String> names(String commaSeparated) {
        return List.of(commaSeparated.split(",\\s+"));
    }
}
