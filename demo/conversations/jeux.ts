import { bank } from '../grammar';

export const petanque = bank(
  'petanque',
  {
    jour: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
    lieu: 'sous les platanes|au boulodrome couvert|derrière la mairie|place de la fontaine|au camping|au bord du canal',
    jeu: "belote|tarot|dominos|rami|petits chevaux|dames|échecs|jeu de l'oie|bataille navale|loto",
  },
  `
A {Partie {jour} à {dix|quinze|seize|dix-sept} heures, {lieu}. Il manque {un|deux} joueurs.|Qui est là {jour} ? {lieu}, comme d'habitude.}
B {J'en suis, avec mes vieilles boules.|Présent<|e>, mais je pointe, je ne tire plus.|J'arrive après la sieste.}
C {Moi aussi, si le dos le veut.|Je viens regarder et compter les points.|Comptez-moi.}
A {Alors la triplette est faite.|Le mètre est dans ma poche, on évitera les disputes.|Parfait, à {jour}.}

A {Treize à {sept|neuf|onze|douze} hier, {lieu}. Quelle partie !|On a perdu {jour}, {huit|dix|onze|douze} à treize, mais dans l'honneur.}
B {Le carreau de {C} à la dernière mène, on en parlera longtemps.|Le terrain penchait, c'est une évidence.|Revanche {jour} !}
C {Un coup de chance, je l'avoue.|Le soleil dans les yeux, rien d'autre.|J'ai fermé les yeux et j'ai tiré.}
A {Les yeux fermés, tu tires mieux.|Revanche acceptée.|L'honneur est sauf et le goûter était bon.}

A {Concours du club {jour} : {12-24} équipes, inscriptions à {neuf heures|treize heures trente}.|Tournoi de {jeu} {jour} à la salle : {cinq|trois|quatre} euros, goûter compris.}
B {Équipe au complet : {A}, {C} et moi.|Je cherche un partenaire patient.|Qu'y a-t-il à gagner ?}
C {Un jambon, comme toujours.|Je veux bien jouer avec toi.|J'apporte une tarte.}
A {Inscrits !|Un panier garni et la gloire.|Soyez à l'heure, le tirage n'attend pas.}

A {Résultat du concours : {deuxièmes|quatrièmes|septièmes} sur {16-24} !|Nous avons gagné le jambon.} {On le partage {jour}.|Un beau moment.}
B {Bravo les champions.|Du jambon pour tous !|L'an prochain la coupe.}
C {Qui apporte le pain ?|Et moi le cidre.|C'est {B} qui a tout fait.}

A Quelle est votre variante de {jeu} ? {Chez nous on joue {à six|avec une règle inventée par ma tante|sans annonces}.|Mon beau-frère invente des règles quand il perd.}
B {La règle du livre, sinon c'est la guerre.|Toutes, sauf celle de ton beau-frère.|Chez nous, le plus jeune distribue deux fois.}
C {La tante avait de l'imagination !|On joue des haricots secs.|Je l'ai apprise dans l'autobus scolaire.}
A {Les haricots, c'est très bien, on les mange après.|J'imprime la règle du livre.}

A {Comment tenir les cartes quand les doigts sont raides ?|Les boules de 700 grammes sont trop lourdes pour moi maintenant.} {Un truc ?|Que me conseillez-vous ?}
B {Une brosse à linge retournée, on pique les cartes dedans.|Des boules plus petites et un aimant au bout d'une ficelle pour les ramasser.|Un petit support en bois, je peux t'en faire un.}
C {L'aimant, c'est l'invention du siècle.|Joue assis, on te rapproche le cochonnet !}
A {La brosse à linge ! Génial.|Oh oui, un petit support, merci.|L'aimant est commandé.}

A {Soirée {jeu} chez moi {jour}, {quatre|six} places.|Après-midi {jeu} {jour} à la maison de quartier.}
B {J'apporte les biscuits.|Je réserve une chaise près du radiateur.|Peut-on amener un débutant ?}
A {Les débutants gagnent toujours, méfiance.|Le radiateur est à toi.|Oui, plus on est de fous...}
C {Je viens perdre avec le sourire.|À {jour}, alors.|J'ai soif de revanche.}

A {Problème d'échecs du {jour} : les blancs jouent et gagnent en {deux|trois} coups. Dame en {d|e|g}{4-7}, tour en {a|h}1, roi noir en {g|h}8.|Petite énigme : {trois|quatre} joueurs, {douze|treize} cartes, et il en manque une. Laquelle ?}
B {Je cherche, ne dites rien.|La tour d'abord !|J'ai ressorti l'échiquier.}
C {La dame, forcément la dame.|Je donne ma langue au chat.|J'ai trouvé, en une heure et deux cafés.}
A {Bravo {C} !|Solution {jour}.|Tout juste.}

@12-2
A {Trop froid dehors, on se replie sur {jeu} ?|Le boulodrome couvert ouvre à {quatorze|treize} heures {jour}.}
B {Avec un chocolat chaud.|Excellente idée.|Mes boules sont gelées, moi aussi.}
C {Je vote pour l'intérieur.|Partant<|e>.}

@6-8
A {On joue à la fraîche, {dix-neuf heures|vingt heures}, {lieu} ?|Trop chaud cet après-midi, partie repoussée au soir.}
B {J'apporte le melon.|Et la citronnade.|Sous les platanes, même les pigeons transpirent.}
A {Parfait, chapeau de rigueur.|Adopté.}

A {À quel âge avez-vous appris {la belote|les échecs|la pétanque} ? {Moi à six ans, sur les genoux de mon grand-père.|Moi à la retraite !}}
B {À l'armée, il fallait bien passer les soirées.|Avec ma grand-mère, qui trichait.|Hier, et j'ai déjà une opinion.}
C {La mienne cachait les as dans son tablier.|Au café du village, les jours de pluie.|Mon petit-fils m'apprend les siens, c'est chacun son tour.}
D {Un as dans le tablier, quelle femme.|Merci pour ces souvenirs.}

A {Le cochonnet a disparu.|Qui a laissé {une casquette|son gilet|une boule marquée « R »} {jour} ?}
B {C'est à moi !|Regarde dans le massif de lavande.|Le chien du cafetier, suspect habituel.}
A {Mystère résolu.|C'était bien le chien.|Je te le rends {jour}.}

A {Qui a vu {C} lancer {jour} ? On aurait dit un ballet.|{B} a raté le cochonnet à {vingt|trente} centimètres et l'a touché par derrière. Du grand art.}
B {J'ai tout calculé.|C'est le vent.|Je nie tout en bloc.}
D {J'étais là, je peux témoigner.|Les pigeons en parlent encore.|On aurait dû filmer.}
A {La photo est chez l'imprimeur.|Tu restes notre champion<B:|ne>.|Rendez-vous {jour} pour la suite.}

A {Les boules, quel poids et quel diamètre ? Je m'équipe.|Faut-il des boules {lisses|striées} quand on pointe ?}
B {Main ouverte, elle doit tenir sans serrer.|Striées pour pointer, lisses pour tirer, dit-on. Moi j'ai celles de mon père.|{680|690|700} grammes, et une housse pour les épaules.}
C {Essaie les miennes {jour}.|Le principal, c'est le chiffon.|Le meilleur matériel, c'est la mauvaise foi.}
A {Merci, j'essaierai les tiennes.|Le chiffon, j'en ai douze.|Voilà qui ne coûte rien.}

A {Grande partie de {jeu} hier soir : {onze heures|minuit} passé et personne ne voulait partir.|{jeu} en famille dimanche, {trois|quatre} générations autour de la table.} {Qui a gagné ? La plus petite, bien sûr.|On a ri comme des bossus.}
B {Les petits ont une chance insolente.|Cela vaut toutes les soirées télé.|Et les anciens ont-ils triché ?}
A {Un peu, pour la bonne cause.|Évidemment.|On recommence {jour}.}

A {1=Il pleut, c'est une mare {lieu}. On s'organise comment ?|Terrain refait à neuf {lieu} : gravier fin, éclairage, banc. {Quelle merveille.|Je propose d'aller voir.}}
B {1={On attend l'éclaircie de {quinze|seize|dix-sept} heures.|J'apporte une raclette et des bottes.}|{Merci la mairie, pour une fois.|Un banc ! Il était temps.}}
C {1={Moi je sors les cartes en attendant.|Sous l'auvent, avec un thé.}|Inauguration {jour} !}

A {Le club voisin nous invite {jour} : {quatre|six|huit} équipes, repas à {douze|quatorze|quinze} euros.|Sortie du club {jour}, en car, départ {lieu}.}
B {Inscris-moi, avec <ma femme|mon mari>.|Qu'y a-t-il au menu ?|Je viens pour le repas et je reste pour le jeu.}
C {{Paella|Aïoli|Coq au vin|Choucroute}, paraît-il.|Je prends le volant.|Prévoyez les chapeaux.}
A {Noté, nous sommes {onze|quatorze|seize}.|Rendez-vous à {huit|neuf} heures précises.|Que de monde, parfait.}

A {Qui peut m'expliquer {les annonces à la belote|le chien au tarot|la prise en passant|comment on compte au rami} ? {Je fais semblant depuis {dix|vingt} ans.|Mon petit-fils me l'a demandé.}}
B {Viens {jour} un quart d'heure avant, on le fait cartes en main.|C'est plus simple qu'on ne croit : {on compte d'abord les plis|tout est dans l'ordre des couleurs|il suffit d'un exemple}.|Vingt ans ! Tu nous as bien eus.}
A {Merci, j'avouerai tout.|D'accord, un quart d'heure avant.|Enfin quelqu'un de clair.}
C {Je viens aussi écouter, on ne sait jamais.|Moi, je fais semblant pour les échecs.}
`,
);

export const mots = bank(
  'mots',
  { jour: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche' },
  `
A Bloqué<|e> : {sept|huit|neuf} lettres, « {va sans se presser|tient salon en plein air|fait tourner les têtes|garde la chambre|cours du soir} », {troisième|deuxième} lettre {R|L|A}.
B {Flâneur ?|Je pense à « manège », mais il manque une lettre.|Attendez, je prends mon crayon.}
A {Cela rentre ! Merci.|Non, il y a un E à la fin.}
C {Belle définition en tout cas.|Je n'aurais pas trouvé.}

A La grille de {jour} était {redoutable|charmante|bien difficile}. Vous l'avez finie ?
B {Sauf un coin, en bas à droite.|En deux fois, avec un café entre les deux.|Ma femme a trouvé le dernier mot.}
A {Le coin en bas à droite m'a résisté aussi.|Bravo à vous deux.}

A Crayon ou stylo ? {Moi stylo, par orgueil.|Moi crayon, par expérience.}
B {Crayon, et une bonne gomme.|Stylo effaçable, la modernité.}
C {Stylo, et des ratures partout.|Je retiens : « par expérience ».}

A Quel est le plus joli mot trouvé cette semaine ? Pour moi « {oriflamme|clapotis|mirliton|esperluette} ».
B {« Ritournelle ».|« Luciole ».|« Serpolet ».}
C {« Brimborion », j'ai dû vérifier.|Le vôtre me plaît beaucoup.}

A Définition faite maison : « {Il a des feuilles mais craint le vent|Elle monte quand on s'énerve|Toujours à la page} », en {cinq|six|sept} lettres.
B {Cahier !|Tension ?|Je cherche...}
A {Bravo {B}.|Presque !|Exactement, à vous.}

A {Je n'aime pas les sigles dans les grilles.|Encore une rivière de Sibérie {jour}...} {Et vous ?|On dirait qu'ils en vivent.}
B {Les rivières de Sibérie, je les connais toutes maintenant.|Pareil, mais on finit par les savoir.}

A {Combien de grilles par jour ? Une, pas plus, chez moi.|Je les fais avec mon petit-fils par téléphone.}
B {Une le matin, une le soir.|Quelle jolie idée.}
C {Je les garde pour le train.|Moi c'est la sieste qui me les vole.}

A {Un mot en {huit|neuf|dix} lettres pour « {ne manque pas d'air|suit le mouvement|a le dernier mot} » ?|Qui connaît un synonyme de « {têtu|bavard|léger} » en {six|sept} lettres ?}
B {Accordéon ? Non, cela fait neuf.|Avez-vous la première lettre ?|Je regarde ce soir à tête reposée.}
A {Cela commence par un {A|O|B}.|Merci, ne cherchez plus, {je l'ai|ma voisine l'a trouvé}.}

A {Avez-vous un bon dictionnaire à conseiller ?|Tricher avec le dictionnaire, est-ce tricher ?}
B {C'est apprendre.|Après vingt minutes, on a le droit.}
C {Le mien perd ses pages à la lettre M.|Je ne l'ouvre que pour vérifier. Enfin, presque.}

A {J'ai fait ma première grille de {force quatre|grand format}, en {deux|trois} jours.|Notre petit club de {jour} a fini la grande grille du mois.}
B {Bravo, c'est un exploit.|Félicitations !}
C {Je n'en suis qu'à la moitié.|Il faut fêter cela.}
`,
);
