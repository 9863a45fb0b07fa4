import { bank } from '../grammar';

/** Small talk that any salon may have between two subjects. */
export const quotidien = bank(
  'quotidien',
  {
    jour: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
    ville: 'Tours|Nantes|Dijon|Bayonne|Colmar|Vannes|Limoges|Bourges|Valence|Pau|Reims|Niort|Brest|Metz|Cahors',
    absence: 'chez mes enfants|à la montagne|à la mer|chez ma sœur|en cure|à la campagne',
  },
  `
A {Me revoilà après {8-20} jours {absence}.|Je rentre de {8-15} jours {absence}, j'ai {12-60} messages à lire.} {Qu'ai-je manqué ?|Tout le monde va bien ?|Vous m'avez manqué.}
B {Content<|e> de vous relire, {A}.|Bon retour parmi nous !|Rien de grave, beaucoup de bavardages.}
C {Le séjour s'est bien passé ?|Nous avons gardé la maison.}
A {Très bien, du repos et {de bonnes tables|de belles promenades|beaucoup de pluie}.|Merveilleux, mais on est bien chez soi.}

A {Je serai <absent|absente> jusqu'à {{jour}|la fin du mois|la semaine prochaine}, {absence}.|Petite pause : je pars {8-15} jours {absence}.} {À bientôt.|Soyez sages.|Je vous lirai au retour.}
B {Bon séjour {A} !|Profitez bien.|Reposez-vous, on vous attend.}

@12/27-1/12
A {Bonne et heureuse année à vous tous : {la santé d'abord|de la joie et des amis|de belles rencontres}.|Meilleurs vœux à chacun de vous et à ceux que vous aimez.|Que cette nouvelle année vous soit douce.}
B {Très belle année à vous aussi, {A}.|Meilleurs vœux, et merci pour ce salon.|La santé, et des petits bonheurs tous les jours.}
C {Bonne année de {ville} !|À vous de même, et à toute la famille.|Tous mes vœux, mes amis.}

@12/20-12/26
A {Joyeux Noël à tous, et une pensée pour ceux qui sont seuls ce soir.|Je vous souhaite de belles fêtes, en famille ou entre amis.|Belles fêtes à chacun.}
B {Joyeux Noël {A}.|Merci, à vous de même.|Merci d'avoir pensé à ceux qui sont seuls, j'en suis et votre mot me touche.}
C {Alors nous sommes ensemble ici.|Douce soirée à tous.|De {ville}, joyeux Noël !}

@3/26-3/31
A {N'oubliez pas : on avance les montres cette nuit.|Une heure de moins cette nuit, et une pendule de plus à attraper sur l'armoire.}
B {Merci, j'allais l'oublier.|Le four restera à l'ancienne heure jusqu'en octobre, comme d'habitude.}

@10/24-10/31
A {Une heure de sommeil en plus cette nuit !|On recule les pendules cette nuit.} {Mon chat, lui, ne le sait pas.|J'en ai sept à changer.}
B {Merci du rappel.|Le four sera enfin à l'heure.}

@11-2
A {{-2|0|2|4} degrés ce matin à {ville}, et du brouillard à couper au couteau.|Quel froid ce matin ! Les voitures étaient toutes blanches.|Il neige à {ville} depuis {sept|huit|neuf} heures.}
B {Restez au chaud.|Ici la pluie, rien que la pluie.|Couvrez-vous bien et attention aux trottoirs.}
C {Un bon thé et tout va mieux.|Chez nous grand soleil, mais froid sec.}

@5-9
A {Quel beau temps à {ville} ce matin, j'ai pris mon café dehors.|Enfin la pluie, cette nuit ! On respire.|{31-38} degrés annoncés, pensez à boire.}
B {Profitez-en bien.|Ici c'est tout gris, envoyez-nous du soleil.|Merci du conseil, les volets sont fermés.}

A {Bon anniversaire à {B}, qui n'a rien dit !|On me souffle que c'est l'anniversaire de {B}. Joyeux anniversaire !}
C {Très bon anniversaire {B} !|Un beau bouquet de pensées pour vous, {B}.}
B {Merci, vous êtes adorables. {Soixante|Soixante-cinq|Soixante-huit|Soixante-douze|Soixante-quatorze} ans, et toutes mes dents ou presque.|Merci à vous, quelle jolie surprise en ouvrant la page.|Je suis très <touché|touchée>, merci.}
D {Et le gâteau ?|Bonne fête, et belle journée surtout.|Que l'année vous soit douce.}

A {Quelqu'un a-t-il des nouvelles de {B} ? Je m'inquiète un peu.|On ne lit plus {B} depuis quelque temps...}
B {Je suis là ! Une mauvaise grippe, mais c'est fini.|Me voici, c'était la tablette qui était en panne, pas moi.|Je vais bien, merci. J'avais la maison pleine.}
C {Ouf ! Soignez-vous bien.|Nous voilà rassurés.}
A {Content<|e> de vous lire, prenez soin de vous.|Tant mieux !|Ne nous faites plus de ces frayeurs.}

A {Bonne semaine à tous.|Bon {jour} à tous.|Bonne journée à chacun, ici il fait {gris|beau|doux|frisquet}.|Un petit bonjour de {ville}.|Bonjour de {ville}, où il fait {gris|grand soleil|un vent à décorner les bœufs|doux}.}
B {Bonjour {A}, bonne journée à vous.|Merci, à vous aussi.|Et un bonjour de {ville2} !}

A {Ma petite-fille a eu son {permis|bac|diplôme d'infirmière|premier emploi} ! Je suis <fier|fière> comme tout.|Je suis grand-<père|mère> depuis {cette nuit|hier|{jour}} : {une petite Louise|un petit Jules|une petite Inès|un petit Gabriel|des jumeaux} !}
B {Félicitations à vous et à la famille.|Quelle belle nouvelle !|Bravo, cela se fête.}
C {Toutes mes félicitations.|Le bonheur est contagieux, merci de le partager.}
A {Merci à tous, je suis sur un nuage.|Merci, je vous embrasse.}

@soir
A {Bonne nuit à tous, je m'en vais lire un peu.|La journée a été longue, bonne nuit les amis.|Extinction des feux chez moi. À demain.}
B {Bonne nuit {A}.|Dormez bien.|À demain !}

A {Comment {1=met-on sa photo|répond-on à un message précis|écrit-on en plus gros|corrige-t-on un message déjà envoyé} ? Je ne trouve pas.|Petite question technique : comment {1=changer ma photo|répondre à un message précis|agrandir le texte|corriger ce que j'ai écrit} ?}
B {1=Dans « Mon profil », il y a un bouton pour la photo.|Sous le message, le bouton « Répondre ».|C'est dans les réglages, en haut de la page.|Sous le message, le bouton « Modifier », pendant un quart d'heure.}
A {Trouvé, merci {B} !|Ah oui, c'était sous mes yeux.|Merci, c'est fait.}

A {Je vous lis tous les jours sans rien dire, alors aujourd'hui je dis merci.|Ce salon me fait du bien, je voulais vous le dire.|Merci pour votre bonne humeur, vous ne savez pas combien cela compte.}
B {Merci à vous de le dire.|C'est réciproque, {A}.|Voilà un mot qui fait plaisir de bon {matin|cœur}.}
C {Écrivez plus souvent, alors !|Et nous, on se sent moins seuls.}

A {Mauvaise nuit, je suis <fatigué|fatiguée> aujourd'hui.|Petit coup de blues ce {matin|soir}.|C'est une journée un peu triste : il y a {trois|cinq|huit|dix} ans que {mon mari|ma femme|mon frère|ma sœur} nous a quittés.}
B {De tout cœur avec vous, {A}.|Une pensée affectueuse.|Nous sommes là, écrivez-nous.}
C {Demain sera plus doux.|Courage. Une promenade, même petite, aide parfois.|Je vous envoie un peu de soleil de {ville}.}
A {Merci à tous, vous êtes d'un grand réconfort.|Merci, vos mots me font du bien.}

A {On parle de moi dans le journal de {ville} ! Enfin, de notre club.|Notre club fête ses {vingt|trente|quarante} ans {samedi|dimanche} à {ville}.}
B {Bravo ! Racontez-nous.|La gloire !|Félicitations à toute l'équipe.}
`,
);

/** A newcomer (N) says who they are. */
export const accueil = bank(
  'accueil',
  {
    ville: 'Tours|Nantes|Dijon|Bayonne|Colmar|Vannes|Limoges|Bourges|Valence|Pau|Reims|Niort',
    metier:
      '<instituteur|institutrice>|<infirmier|infirmière>|<comptable|comptable>|<postier|postière>|<libraire|libraire>|<menuisier|couturière>|<boulanger|boulangère>|<cheminot|secrétaire de mairie>|<professeur|professeure> de {musique|dessin|mathématiques}',
  },
  `
N {Bonjour à tous, je viens d'arriver.|Bonjour, une amie m'a donné le code de ce salon.|Bonsoir ou bonjour, selon l'heure où vous lirez !} {J'ai {58-81} ans, j'ai été {metier} et j'habite {près de {ville}|à la campagne|en ville}.|Ancien<|ne> {metier}, {trois|quatre|cinq} petits-enfants et un peu de temps devant moi.|{metier} à la retraite, je découvre Aurora50 petit à petit.}
B {Soyez <N:le bienvenu|la bienvenue>, {N}.|Bienvenue {N} ! Installez-vous.|Bonjour {N}, bienvenue parmi nous.}
C {Bienvenue ! N'hésitez pas à poser vos questions.|Ravi<|e> de vous lire, {N}.|Ici personne ne se fâche, vous verrez.}
N {Merci pour votre accueil.|Merci beaucoup, c'est très chaleureux.|Quel accueil ! Merci.}

N {Je me présente : {N}, {59-79} ans.|Voilà, c'est mon premier message.} {Je suis un peu <intimidé|intimidée>, mais vous avez l'air aimables.|J'écris lentement, excusez mes fautes.|Je vous lis depuis quelques jours et je me lance.}
B {Bienvenue {N}, on a tous commencé par un premier message.|Pas de souci pour les fautes, on n'est plus à l'école !|Bravo, c'est le premier qui coûte.}
N {Merci {B}, me voilà <rassuré|rassurée>.|C'est gentil, merci.}

B {{N} vient de nous rejoindre : bienvenue !|Nous avons une nouvelle tête : bienvenue {N}.|Bonjour {N} et bienvenue dans ce salon.}
N {Merci beaucoup ! {J'arrive de {ville}.|Je viens surtout apprendre.|J'ai hâte de vous lire.}|Merci de l'accueil. {Je regarde d'abord comment cela marche.|Je commence par lire les anciens messages.}}
C {Prenez votre temps.|Bonne visite, alors.|À bientôt {N} !}
`,
);
