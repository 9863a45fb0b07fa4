import { bank } from '../grammar';

export const lecture = bank(
  'lecture',
  {
    genre:
      "roman policier|roman historique|recueil de nouvelles|récit de voyage|roman épistolaire|livre de souvenirs|roman d'apprentissage|recueil de poèmes|conte|journal intime",
    sujet:
      "une libraire qui hérite d'un phare|deux sœurs séparées par la guerre|un horloger dans un village de montagne|une traversée du désert à pied|un instituteur en Auvergne|une famille de verriers|la vie d'un arbre|un bateau perdu dans les glaces|une cuisinière au temps des rois|un facteur qui lit les lettres",
    titre:
      "Les Marées de septembre|La Maison aux volets bleus|Un hiver chez Madeleine|Le Dernier Passeur|Ce que disent les pierres|La Lettre oubliée|Les Jardins d'Augustine|Le Violon de cerisier|Trois étés à la ferme|La Route du sel|L'Heure des hirondelles|Le Cahier de Rose",
    jour: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
    lieu: 'à la médiathèque|dans une boîte à livres|au vide-grenier|chez le bouquiniste|dans le grenier de ma mère|à la librairie du coin',
  },
  `
A {Je viens de finir « {titre} ».|J'ai refermé « {titre} » hier soir.} {Quelle émotion, les cinquante dernières pages.|Je suis un peu <partagé|partagée> : le début est long, la fin superbe.|Il va me manquer, ce livre.|Je l'ai lu en deux jours, sans voir passer les heures.}
B {Je l'ai commencé {jour}, ne dites rien !|Je l'avais aimé moi aussi, surtout les lettres.|J'avoue m'être arrêté<|e> à la page {60-140}.|Il est sur ma table de nuit depuis {Noël|l'été|deux mois}.}
C {Ce passage dans la gare m'a bouleversé<|e>.|J'ai trouvé le personnage de {Rose|Marthe|Augustin|Émile} très vrai.|Moi c'est l'écriture qui m'a séduit<|e>, si simple.}
A {Persévérez {B}, vraiment.|Vous me donnerez votre avis quand vous l'aurez fini.|Nous en parlerons de vive voix {jour}.}

A Je cherche un {genre} {pour une amie convalescente|facile à lire en gros caractères|pas trop triste|pour ma petite-fille de {13-17} ans|à lire à voix haute à <ma femme|mon mari>}. {Des idées ?|Que me conseillez-vous ?}
B {« {titre} », sans hésiter.|Essayez « {titre} » : {sujet}, et beaucoup de douceur.|J'ai beaucoup offert « {titre} », toujours avec succès.}
C {« {titre2} » existe en grands caractères {à la médiathèque|à la librairie, sur commande}.|Je pensais à « {titre2} », plus court et plus gai.|Un recueil de nouvelles, on peut s'arrêter quand on veut.}
A {Je les note tous les deux.|Je les réserve {jour}, merci.|Merci, vous êtes une bibliothèque à vous tous.}
A {PS : elle a adoré !|Des nouvelles : lu d'une traite.|Le livre a plu, merci encore.}

A Notre livre du mois : « {titre} ». {On se retrouve ici {jour} à {vingt heures|dix-huit heures|quinze heures}.|Qui l'a déjà ?|Il raconte {sujet}.}
B {Réservé {lieu}.|Je l'ai trouvé {lieu}, presque neuf.|Je suis {troisième|cinquième|deuxième} sur la liste d'attente.}
C {Je l'ai en double, je peux en envoyer un.|Commencé hier, c'est prometteur.|Combien de pages ?}
A {{180-420} pages, rien d'effrayant.|Parfait, nous avons {trois|quatre} semaines.|Merci {C}, quelle générosité.}

A Discussion sur « {titre} » : {qu'avez-vous pensé de la fin ?|fallait-il qu'elle parte ?|avez-vous cru à cette histoire ?|quel personnage emporteriez-vous avec vous ?}
B {J'aurais voulu qu'elle reste, et je comprends qu'elle parte.|La fin est ouverte, cela m'agace et me plaît à la fois.|Le grand-père, évidemment. Il parle peu, mais tout est dit.}
C {Je n'y ai pas cru une seconde, et pourtant j'ai pleuré.|C'est un livre sur le pardon, à mon avis.|Le style est beau, l'intrigue un peu mince.}
D {Comme {B}, presque mot pour mot.|Et la maison ! C'est elle le vrai personnage.|J'ai souligné cette phrase : « On n'habite jamais que ses souvenirs. »}
B {« On n'habite jamais que ses souvenirs »... je la recopie.|La maison, c'est très juste.|Nous n'avons pas lu le même livre, et c'est cela qui est bien !}
A {Quelle belle discussion, merci à tous.|Je propose de voter pour le livre suivant.|Je vais relire le dernier chapitre avec vos yeux.}

A {Vote pour le mois prochain : « {titre} », « {titre2} » ou « {titre3} » ?|Trois propositions : {un {genre} ({sujet})|« {titre} »}, « {titre2} », « {titre3} ».}
B {« {titre2} » pour moi.|Le premier, le sujet me tente.|N'importe lequel, pourvu qu'il y ait moins de {quatre|trois} cents pages.}
C {« {titre3} », je l'ai déjà sous la main.|Je vote comme {B}.|Le plus gai des trois, s'il vous plaît.}
A {La majorité l'emporte, ce sera « {titre2} ».|Égalité ! Je tire au sort : « {titre3} ».|Adopté, je préviens les absents.}

A {Première phrase du livre que vous lisez en ce moment ? Je commence : « {Il avait neigé toute la nuit sur les quais.|Ma tante ne fermait jamais sa porte.|On m'a donné le prénom d'un fleuve.|Le train de six heures avait du retard.|Personne n'avait vu venir l'automne.} »}
B {« {Le notaire toussa deux fois avant de parler.|C'était une maison sans horloge.|À l'auberge, on ne parlait plus que du cheval.|Le jour se leva sans moi.} » Un {genre}, très bien parti.}
C {« {Il y a des étés qui ne finissent pas.|La lettre était arrivée un mardi.|J'ai grandi entre deux gares.|La mer, ce matin-là, avait disparu.} » Je ne dirai pas la suite.}
A {Voilà qui donne envie.|On devrait en faire un recueil.|J'aime la vôtre, {C}.}

A {Où lisez-vous ? Moi {dans le fauteuil près de la fenêtre|au lit, avec deux oreillers|dans la cuisine, le matin|dans le train}.|Lisez-vous le matin ou le soir ? {Le soir je m'endors à la troisième page.|Moi le matin, avant tout le monde.}}
B {Au jardin, sous le {tilleul|cerisier|noyer}, avec le chat.|Partout, j'ai un livre par pièce.|Dans la salle d'attente, les rendez-vous me paraissent courts.}
C {Au lit, mais il me tombe sur le nez.|L'après-midi, pendant la sieste des autres.|À voix haute, pour <ma femme|mon mari> ou pour le chien.}

A {Mes yeux se fatiguent vite.|Je n'arrive plus à lire plus de {vingt|trente} minutes.} {Avez-vous essayé les livres audio ?|La liseuse, est-ce reposant ?|Une bonne lampe, laquelle ?}
B {Les livres audio de la médiathèque, en épluchant les légumes : un bonheur.|La liseuse, oui : on grossit les lettres autant qu'on veut.|Une lampe sur pied, derrière l'épaule, lumière blanche.}
C {Une voix, c'est personnel : écoutez un extrait avant.|Faites vérifier vos lunettes, c'était cela chez moi.|Je lis dix minutes, je regarde au loin, je reprends.}
A {En épluchant les légumes ! J'essaie {demain|{jour}}.|Merci, rendez-vous pris chez l'opticien.|Ma fille va me prêter sa liseuse.}

A {Trouvé {lieu} : un {genre} de {1899|1923|1937|1951}, avec une dédicace : « À {Louise|Henri|Suzanne|Paul}, pour ses {vingt|dix|trente} ans ».|J'ai trouvé {lieu} un livre avec {une fleur séchée|une lettre|un ticket de tram|une photo} entre deux pages.}
B {Quelle poésie. On imagine toute une vie.|Gardez-le précieusement.|Moi j'ai trouvé un jour une recette de confiture à la page 112.}
C {Il y a un roman à écrire là-dessus.|Les livres ont plusieurs vies, et nous aussi.}
A {Je l'ai laissée à sa place.|Je vais essayer de retrouver la famille.|C'est vous qui devriez l'écrire, {C}.}

A {Quel est le livre qui a marqué votre enfance ?|Un livre de vos dix ans ?}
B {Un gros livre rouge à tranche dorée, prix de {récitation|calcul|bonne camaraderie}.|Les contes que lisait ma grand-mère, avec sa voix de loup.|Le dictionnaire ! J'en lisais une page chaque soir.}
C {Un livre de géographie, avec des cartes en couleurs. J'en rêvais la nuit.|Les fables, je les sais encore.|Une histoire de {naufragés|chien perdu|trappeurs}, lue sous les draps avec une lampe.}
D {Nous n'avions qu'un almanach, je le connaissais par cœur.|Les illustrés de mon cousin.|Celui que la maîtresse lisait le samedi, jamais su le titre.}
A {C'est fou ce qu'on retient.|Je suis ému<|e> de vous lire.|La lampe sous les draps, tout le monde l'a fait.}

A {Je n'arrive pas à entrer dans « {titre} ». {Dois-je m'obstiner ?|Page {30-80} et je bâille.}|« {titre} » me tombe des mains. Suis-je <le seul|la seule> ?}
B {Cent pages moins votre âge, c'est la règle d'une amie : après, on a le droit d'arrêter.|Persévérez jusqu'au chapitre {trois|quatre|cinq}.|Non, je l'ai rendu sans le finir.}
C {Il y a un temps pour chaque livre.|Rangez-le, il vous rappellera.|La vie est courte et la pile est haute.}
A {Cent moins mon âge, j'ai donc déjà le droit d'arrêter !|Me voilà soulagé<|e>.|Je lui donne encore une soirée.}

A {Lecture à voix haute {jour} {à la médiathèque|à la maison de retraite du quartier|à l'école} : je lis {des contes|un chapitre de « {titre} »|des poèmes}. {J'ai le trac.|Un conseil ?}}
B {Marquez les respirations au crayon.|Lisez lentement, puis encore plus lentement.|Regardez quelqu'un qui sourit, et lisez pour lui.}
C {Un verre d'eau à portée de main.|Vous serez parfait<A:|e>.|Le silence après la dernière phrase, ne le coupez pas.}
A {C'était merveilleux : {une dame de {89-98} ans a récité la fin avec moi.|les enfants ont demandé la suite.|on aurait entendu une mouche voler.}|Merci à tous, je n'ai bafouillé que {deux|trois} fois.}

A {J'écris mes souvenirs pour mes petits-enfants.|Je me suis <inscrit|inscrite> à un atelier d'écriture.} {Par où commencer ?|J'en suis à la page {4|7|12} et je piétine.|Consigne de la semaine : « une porte ».}
B {Commencez par un objet, pas par une date.|Une page par jour, sans relire.|Écrivez comme vous parlez, ils entendront votre voix.}
C {Les petits détails : le papier peint, l'odeur de l'escalier...|Enregistrez-vous et recopiez ensuite.|Ne jetez rien, même les brouillons.}
A {La boîte à couture de ma mère, voilà mon premier objet.|Merci, je reprends courage.|J'ai écrit deux pages ce matin !}

A Voici ma page d'atelier, soyez indulgents. ¶¶« La porte de la cuisine, chez nous, ne fermait pas. Mon père disait chaque {printemps|automne} qu'il allait la raboter, et chaque {hiver|été} elle laissait passer {le vent|les poules|l'odeur du lilas}. On la calait avec une chaise, la chaise de tante {Berthe|Léonie|Marthe}, celle qui n'avait plus que trois barreaux. J'y ai appris à lire, le dos contre le bois, parce que c'était l'endroit le plus près du poêle. Quand la maison a été vendue, j'ai demandé aux nouveaux propriétaires si je pouvais emporter quelque chose. Ils ont cru que je voudrais la pendule. J'ai pris la chaise. La porte, paraît-il, ne ferme toujours pas. »
B {C'est très beau, {A}. La chute est parfaite.|J'ai la gorge serrée. Merci de nous le confier.|J'ai pris la chaise... quelle fin !}
C {Continuez, surtout.|On voit tout, on sent tout.|Vous avez une vraie plume.}
A {Vous me faites rougir.|Merci, la suite {jour} peut-être.|C'était <un peu intimidé|un peu intimidée> que je l'ai envoyée.}

A {J'ai trop de livres.|Il faut que je vide {deux|trois} étagères.} {Comment choisissez-vous ceux qui partent ?|À qui les donner ?}
B {Ceux que je ne relirai ni ne prêterai : dehors, avec un baiser.|La boîte à livres de la place, par petits paquets.|Une association vient les chercher à domicile chez nous.}
C {Moi je glisse un mot dedans avant de les donner.|Impossible, je les ai tous aimés.|J'en sors deux, j'en rentre trois.}
A {« Avec un baiser », d'accord.|Le petit mot, c'est une idée charmante.|Nous avons le même mal, {C}.}

@6-8
A {Quel livre dans la valise cet été ?|Vos lectures de vacances ?} {Moi « {titre} » et un {genre}.|J'hésite entre un gros et trois petits.}
B {Un pavé, pour une fois que j'ai le temps.|« {titre2} », et des mots croisés.|Ceux que je trouverai sur place.}
C {Rien que des policiers, à l'ombre.|La liseuse : trente livres, cent grammes.|Je relis toujours le même au bord de la mer.}

@11-12
A {Quels livres offrez-vous à Noël ?|Une idée de livre pour {un garçon de {8-12} ans|une jeune maman|mon frère qui n'aime que la pêche} ?}
B {« {titre} », pour tout le monde, c'est plus simple.|Un beau livre avec des images, même pour les grands.|Une histoire avec {un chien|une cabane|un trésor}, on ne se trompe pas.}
C {La libraire lit dans mes pensées, je lui fais confiance.|Un livre et une lampe de poche, succès assuré.}
A {La lampe de poche avec, adorable.|Merci, ma liste est faite.}

A {Un poème pour {commencer la semaine|finir la journée|saluer la pluie} ? Le mien, écrit ce matin : ¶{Un merle sur la gouttière|Trois gouttes sur le carreau|Le vent plie la lessive}, ¶{le café qui refroidit|un chat qui fait semblant|la radio du voisin}, ¶{et j'ai tout mon temps.|voilà ma fortune.|rien d'autre aujourd'hui.}}
B {Que c'est joli, {A}.|Trois lignes et tout y est.|Encore !}
C {Réponse : ¶{La bouilloire siffle|Un volet qui bat|Le facteur est passé}, ¶{je n'ai rien compris au monde|la lettre n'est pas pour moi|et la soupe embaume}, ¶{mais le pain est frais.|je l'ai lue quand même.|merci pour ce soir.}|Je n'ose pas répondre en vers.}
A {Bravo {C} !|Nous voilà poètes.|On devrait faire cela chaque {jour}.}

A {Rencontre avec un écrivain {lieu} {jour}.|Petit salon du livre {jour}, salle des fêtes.} {J'y vais, qui m'accompagne ?|On dit qu'il parle très bien de {la mer|son village|sa mère}.}
B {Avec plaisir, à quelle heure ?|Je garde les petits, vous me raconterez.|J'y serai, au premier rang à cause de mes oreilles.}
A {C'était passionnant : il écrit {à la main|debout|la nuit}, et relit tout à voix haute.|{Quinze|Dix-sept} heures. Je réserve deux places.|Je vous raconterai, promis.}

A {Mot compte triple : que veut dire « {pusillanime|vespéral|sibyllin|palimpseste|abscons|sérénissime} » ? Je viens de le lire.|J'ai buté sur le mot « {dilection|aménité|ubac|mordoré|obombrer|déréliction} ».}
B {Je le connaissais, mais l'expliquer...|Dictionnaire ouvert : c'est plus simple que cela n'en a l'air.|On l'employait chez mes grands-parents.}
C {J'adore ces mots qu'on ne dit plus.|À replacer sans en avoir l'air.|Merci, mon vocabulaire gagne un mot par jour.}

A {Combien de livres menez-vous de front ? Moi {deux|trois|quatre} : un {genre}, un {genre2}{, et un livre de cuisine| et un gros qui attend}.|Je n'arrive à lire qu'un livre à la fois. Et vous ?}
B {Un le matin, un le soir, et l'audio en voiture.|Un seul, sinon je mélange les personnages.|{Trois|Quatre}, et j'en oublie un dans le bus.}
C {Moi, celui qui est le plus près de la main.|Mélanger les personnages, cela donne parfois de bonnes histoires !|J'en commence dix et j'en finis {six|sept|trois}.}

A {Est-ce que vous écrivez dans vos livres ?|Cornez-vous les pages ?|Que vous sert-il de marque-page ? Moi {un ticket de train|une plume|la photo de mon chat|une feuille de {ginkgo|laurier}}.}
B {Jamais ! Au crayon, à la rigueur.|Tout : dates, larmes, numéros de téléphone.|Une carte postale de {Venise|Bretagne|mon frère}, depuis {1979|1986|1991}.}
C {Les livres cornés sont des livres aimés.|J'ai retrouvé ainsi l'écriture de mon père.|Le bibliothécaire ne doit pas lire ce salon...}
A {L'écriture de votre père... quel cadeau.|Nous sommes donc deux écoles.|Chut.}

A {Un personnage de roman que vous auriez aimé avoir pour {voisin|ami|grand-mère} ?|Si vous pouviez entrer dans un livre pour une journée ?}
B {La cuisinière de « {titre} », pour sa table et sa conversation.|Le vieux capitaine de « {titre} ». Il parle peu, il écoute bien.|N'importe lequel où il y a une bibliothèque et un jardin.}
C {Un {genre}, mais seulement le premier chapitre, avant les ennuis.|La tante de « {titre2} », qui dit tout haut ce qu'on pense.|J'irais prévenir l'héroïne, page {60-190}.}
A {La prévenir, quelle idée délicieuse.|Je viens dîner avec vous.|On se retrouve tous au premier chapitre.}

A {Ma médiathèque {ferme pour travaux|a été rénovée|cherche des bénévoles|fait une vente de livres à {un|deux} euro} {en {mars|juin|octobre}|le mois prochain|{jour}}.}
B {La nôtre fait du portage à domicile, c'est précieux.|Allez-y tôt, tout part en une heure.|J'y suis bénévole, on y rit beaucoup.}
C {C'est le cœur du village.|Prenez un chariot.|Que deviendrait-on sans elles ?}
A {J'en suis <revenu|revenue> avec {onze|quatorze|dix-neuf} livres, je suis incorrigible.|Je me suis <inscrit|inscrite> comme bénévole.|Merci pour l'idée du portage, j'en parle à ma sœur.}

A {J'ai relu « {titre} », {trente|quarante|vingt} ans après. Ce n'est plus le même livre.|Relisez-vous ? Je viens de reprendre « {titre} ».}
B {C'est nous qui ne sommes plus les mêmes.|J'ai peur d'être déçu<|e>, alors je n'ose pas.|Chaque hiver, le même, depuis {1983|1990|1996}.}
C {À vingt ans j'étais pour elle, aujourd'hui je comprends la mère.|Quel est-il, si ce n'est pas indiscret ?|On y trouve toujours autre chose.}
A {C'est exactement cela : je comprends la mère.|Osez ! Au pire vous aurez perdu une soirée.|Je vous dirai, si vous ne riez pas.}

A {Que pensez-vous des adaptations ? {« {titre} » passe à la télévision {jour}.|Le film tiré de « {titre} » sort bientôt.}}
B {Le livre d'abord, toujours.|J'ai tellement imaginé les visages que je n'ose pas regarder.|Parfois le film est meilleur, mais chut.}
C {Je regarderai, et je grognerai.|J'ai vu la bande-annonce, la maison est trop belle.|On en parle le lendemain ici ?}
A {Rendez-vous le lendemain, donc.|Grognons ensemble.|D'accord, le livre d'abord.}

A {Un auteur ou une autrice que vous avez découvert tard et que vous aimez ?|Les classiques de l'école, vous y êtes revenus ? Moi je m'ennuyais, et maintenant je me régale.}
B {Tout ce qu'on me faisait apprendre par cœur, je le redis en marchant.|La poésie. À {60-75} ans, comme une porte qui s'ouvre.|Le théâtre : on devrait le lire à plusieurs.}
C {Lisons une scène ensemble ici, chacun un rôle !|On nous les donnait trop tôt.|Les lettres et les journaux, c'est comme avoir des amis.}
A {Une scène à plusieurs, quelle bonne idée.|Je prends le rôle {du valet|de la servante|du notaire}.|Trop tôt, oui, c'est tout à fait cela.}
`,
);
