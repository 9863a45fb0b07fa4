import { bank } from '../grammar';

export const famille = bank(
  'famille',
  {
    petit: 'Léo|Inès|Jules|Zoé|Adam|Louise|Noé|Lina|Gabin|Yasmine|Malo|Rose|Sacha|Élise|Samir|Capucine',
    lien: 'ma fille|mon fils|ma belle-fille|mon gendre',
    jour: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
    ville: 'Tours|Nantes|Dijon|Bayonne|Colmar|Vannes|Limoges|Bourges|Valence|Pau|Montréal|Bruxelles',
    bricole:
      'une cabane en carton|de la pâte à sel|un herbier|un cerf-volant|des cookies|un loto des odeurs|des masques|une lanterne|un petit théâtre|des bateaux en bouchons',
  },
  `
A Je garde {petit}, {3-9} ans, {mercredi|toute la semaine|pendant les vacances}. {Que faire s'il pleut ?|Des idées sans écran ?|Au bout d'une heure je n'ai plus d'idées.}
B {{bricole}, tout un après-midi de gagné.|Nous avons fait {bricole} {jour}, un triomphe.|Sortez la boîte à boutons, c'est magique à tout âge.}
C {Cuisiner ensemble, et ne pas regarder le plafond.|Une chasse au trésor dans l'appartement, avec des indices dessinés.|La lecture à deux voix : vous la page de gauche, l'enfant celle de droite.}
A {Ce sera donc {bricole}.|La chasse au trésor a duré deux heures !|Merci, je prépare les indices ce soir.}

A {{petit} a perdu sa première dent chez moi !|{petit} a fait ses premiers pas dans mon couloir.|{petit} m'a lu une page entière, sans hésiter.|{petit} sait faire du vélo sans roulettes depuis {jour}.} {J'en ai pleuré.|J'ai tout filmé, enfin, surtout mes pieds.}
B {Quel beau moment !|Ces choses-là ne s'oublient pas.|Et la petite souris, elle connaît votre adresse ?}
C {Profitez, ils grandissent si vite.|Bravo à {petit}.|J'en souris derrière mon écran.}
A {Elle est passée, avec une pièce de deux euros.|Merci de partager ma joie.|Je l'ai noté dans son carnet de naissance.}

A {{lien} ne veut plus que je donne {de bonbons|de gâteau|la télévision} à {petit}.|{lien} trouve que je les gâte trop.} {Je comprends, mais ce n'est pas facile.|Comment faites-vous, chez vous ?|Je me sens un peu <jugé|jugée>.}
B {Chez nous, la règle est simple : les parents décident, et chez mamie il y a une petite exception par visite.|J'en ai parlé calmement, en demandant ce qui comptait vraiment. Cela a tout changé.|On a eu la même histoire. J'ai remplacé les bonbons par des histoires.}
C {Ils font de leur mieux, comme nous autrefois.|Souvenez-vous de nos propres belles-mères...|Le temps que vous donnez vaut tous les bonbons.}
A {C'est sage. Je vais lui en parler {jour}.|« Une petite exception par visite », je propose cela.|Nous avons parlé, et cela va mieux.}

A {Mes petits-enfants habitent à {ville}, je les vois {deux|trois} fois par an.|{lien} s'installe à {ville} avec les petits.} {Comment garder le lien ?|J'ai le cœur un peu lourd.}
B {Une carte postale par semaine, même trois lignes. Ils les gardent toutes.|Nous lisons la même histoire en vidéo, le {jour} soir.|Un colis surprise chaque mois : un livre, une photo, un dessin à finir.}
C {Je leur enregistre des histoires, ma voix les endort.|On joue aux échecs par lettres, un coup par semaine !|On s'envoie la photo du goûter, c'est idiot et c'est délicieux.}
A {La carte chaque semaine, je commence {aujourd'hui|dimanche}.|Un dessin à finir, quelle idée charmante.|Vous m'avez redonné le sourire.}

A {La carte par semaine, cela fait {deux|trois} mois : {petit} me répond !|{petit} m'a envoyé un dessin de {moi en train de jardiner|notre maison|toute la famille, chat compris}.}
B {Encadrez-le !|Il y a de quoi être <A:ému|émue>.|Quel joli résultat.}
C {Comme quoi le papier a encore de beaux jours.|Je commence la mienne ce soir.}

A {Les mots d'enfants : {petit} m'a demandé « {mamie, tu étais déjà vieille quand tu étais petite ?|papi, est-ce que tu as connu les dinosaures ?|pourquoi la lune nous suit en voiture ?|est-ce que les poissons boivent ?|quand je serai grand, tu seras petit ?} »}
B {J'adore ! Et qu'avez-vous répondu ?|Il faut noter tout cela.|La mienne croit que j'ai été en noir et blanc.}
A {Que j'avais une photo pour le prouver.|Que je demanderais au vétérinaire.|J'ai ri, et nous avons cherché ensemble.}
C {En noir et blanc ! Magnifique.|Les enfants sont des poètes.|Je la raconte à table ce soir.}

A {Un mariage se prépare : {lien} se marie en {mai|juin|septembre}.|{petit} fête ses {18|20} ans, nous voulons lui faire une surprise.} {Quel cadeau qui reste ?|On me demande un petit discours, je tremble.}
B {Un album avec une photo par année et un mot de chacun.|Trois minutes, une anecdote, un vœu. Pas plus, et tout le monde pleurera.|Un arbre à planter, s'ils ont un jardin.}
C {Écrivez-le, lisez-le dix fois, puis rangez le papier.|Les recettes de famille, recopiées à la main.|Une montre, gravée à l'intérieur.}
A {L'album, j'en ai pour l'hiver !|Trois minutes, c'est entendu.|Merci, j'ai déjà l'anecdote.}

A {Le discours est passé : {j'ai tenu jusqu'au bout|j'ai perdu ma feuille et c'était mieux ainsi|toute la tablée a ri}.|L'album est fini : {64-120} pages.}
B {Bravo ! Vous voyez bien.|Je savais que ce serait beau.|Et les mariés, heureux ?}
A {Ils rayonnaient.|Mon voisin de table m'a demandé une copie.|Je peux enfin dormir.}

A {Ma mère a {89-98} ans et ne veut pas entendre parler d'aide à la maison.|Mon père de {88-97} ans se lève la nuit et j'ai peur qu'il tombe.} {Comment en parler sans le blesser ?|J'y vais tous les jours, je fatigue.}
B {Chez nous, c'est le mot « dame de compagnie » qui a tout débloqué.|Des veilleuses dans le couloir, et plus de tapis.|Le centre communal d'action sociale conseille bien, et c'est gratuit.}
C {Prenez aussi soin de vous. Une demi-journée par semaine rien qu'à vous, ce n'est pas un luxe.|Faites-lui choisir la personne, cela change tout.|J'ai connu cela, vous avez toute mon amitié.}
A {« Dame de compagnie », je vais essayer ce mot.|Les veilleuses sont posées.|Merci, j'avais besoin de l'entendre.}

A {Réunion de famille : nous serons {23-61} cousins {en juillet|cet été|à Pâques} !|J'organise une cousinade.} {Par quoi commencer ?|Il faut une salle, des tables, et de la patience...}
B {Un arbre généalogique géant au mur, chacun colle sa photo.|Des badges avec une couleur par branche.|Que chacun apporte un plat et une vieille photo.}
C {Un jeu de questions sur les anciens, les jeunes ont adoré.|Prévoyez un coin à l'ombre pour les aînés.|Pensez au photographe, sinon personne n'est dessus.}
A {Les couleurs par branche, excellent.|Il y aura donc {quatre|cinq|six} couleurs.|Je vous montrerai l'arbre.}

@12
A {Combien de cadeaux par enfant, chez vous ?|Que mettre sous le sapin pour {petit}, {4-12} ans ?} {Les parents ont demandé « rien qui fasse du bruit ».|Ils ont déjà tout.}
B {Un seul, et un après-midi à choisir avec moi.|Un bon pour une journée au zoo avec nous.|Un coffre à déguisements, rempli aux puces.}
C {Un livre et un pyjama, tradition immuable.|Une vraie boîte à outils, petite mais vraie.|Ne me parlez pas du tambour de l'an dernier...}
A {Le bon pour une journée, c'est parfait.|Pas de tambour, promis.|Merci, une idée de moins à chercher.}

@8/25-9/10
A {Rentrée : {petit} entre {au CP|en sixième|à la maternelle}, avec un cartable plus grand que lui.|C'est moi qui l'emmène à l'école cette année, à {huit heures vingt|huit heures et demie}.}
B {Les nôtres étaient en cuir et sentaient la colle.|Bon courage à vous deux.|Les mamies devant l'école, c'est un vrai club !}
C {Et une larme à la grille ?|Racontez-nous le premier jour.|{petit2} entre au CE1, il se croit bachelier.}
A {Pas de larme, sauf moi.|Il n'a raconté que la cantine.|Le club m'a déjà adopté<|e>.}

A {Comment tutoyer la technologie avec eux ?|Mon petit-fils de {14-17} ans ne lève plus les yeux de son écran à table.} {Je ne sais pas comment m'y prendre.|Chez moi j'aimerais un repas tranquille.}
B {Une corbeille à l'entrée : tous les téléphones dedans, le mien aussi.|Demandez-lui de vous montrer ce qu'il regarde, c'est parfois très beau.|Nous avons ressorti les cartes. Il me bat, il est content.}
C {À cet âge, je lisais sous la table.|La corbeille marche chez nous depuis {un an|deux ans}.|Il suffit parfois de faire une bonne tarte.}
A {La corbeille est en place, en osier s'il vous plaît.|Il m'a montré des vidéos de menuiserie !|Nous avons joué aux cartes deux heures.}

A {Mon {frère|fils|neveu} ne me parle plus depuis {deux|trois} ans.|Une dispute ancienne entre mes enfants me pèse.} {Faut-il faire le premier pas ?|Aux fêtes, c'est douloureux.}
B {Une lettre courte, sans reproche. La mienne est restée sans réponse un an, puis le téléphone a sonné.|Ne prenez pas parti, et gardez la porte ouverte.|Le premier pas n'abîme que l'orgueil.}
C {Je pense à vous, c'est une vraie peine.|Écrivez, même si vous n'envoyez pas.|Le temps fait parfois son travail.}
A {Je vais écrire, vous m'avez décidé<|e>.|« Le premier pas n'abîme que l'orgueil », merci.|La lettre est partie ce matin.}

A {Il a téléphoné.|Vous vous souvenez de ma lettre ? J'ai reçu une réponse.} {Nous avons parlé {dix|vingt|trente} minutes.|Nous nous voyons {jour}.}
B {Je suis si content<|e> pour vous.|J'en ai la larme à l'œil.|Quel courage vous avez eu.}
C {Une belle nouvelle, merci de la partager.|Doucement, jour après jour.}

A {On joue à quoi avec un enfant de {4-8} ans qui déteste perdre ?|Quel jeu de société pour {trois|quatre} générations ?}
B {Un jeu où l'on gagne ensemble contre le corbeau.|Les petits chevaux, en oubliant quelques règles.|Les mimes ! Même l'arrière-grand-mère s'y met.}
C {Le mien retournait le plateau, cela lui a passé à {sept|huit} ans.|Le domino, indémodable.|On apprend à perdre avec ceux qui nous aiment.}
A {Les mimes, dimanche, tous ensemble.|Merci, j'achète le corbeau.|Vous avez raison, il apprendra.}

A {Qui transmet une langue ou un patois à ses petits-enfants ?|{petit} m'a demandé de lui apprendre {le breton|l'italien|l'arabe de ma grand-mère|l'occitan|le portugais|l'alsacien}.}
B {Une comptine par semaine, c'est ainsi que tout commence.|Quelle chance pour cet enfant.|Chez nous, on compte les marches de l'escalier dans la langue.}
A {Les marches ! Nous en avons {quatorze|dix-sept|vingt et une}.|Nous avons commencé par les gros mots, c'est lui qui voulait.|Il sait déjà dire bonjour et « encore du gâteau ».}
C {L'essentiel est acquis !|C'est un beau cadeau à faire.}

A {Être grand-père sur le tard, à {72-79} ans, cela vous est arrivé ?|On m'appelle « {Manou|Papou|Nonna|Mamoune|Pépé vélo|Bonne-maman} », j'ai choisi.|Comment vous appellent vos petits-enfants ?}
B {{Mamido|Papinou|Grand-mère, tout simplement|Jeddi|Mamette|Papi Jo}.|Chacun a inventé le sien.|Par mon prénom, et j'aime bien.}
C {Le premier qui parle décide pour tous les autres !|Chez nous c'est le nom du chat : Mamie Moustache.}
D {Mamie Moustache, je ris encore.|Moi c'est « Mémé bus », parce que je viens en bus.}

A {Aujourd'hui {petit} et moi avons fait {bricole}. {La cuisine est à repeindre.|Deux heures de bonheur.}|Après-midi {bricole} avec {petit} : je suis <épuisé|épuisée> et <ravi|ravie>.}
B {On veut la photo !|Nous l'avons fait aussi, il en reste sous la table.|Vous êtes <A:un grand-père|une grand-mère> en or.}
A {Photo sur https://exemple.fr/album/mercredi-{2-39} !|Dès que j'ai lavé mes mains.|Surtout <un grand-père|une grand-mère> à la sieste.}

A {Je n'ai pas de petits-enfants, mais je m'occupe de {la petite voisine|l'aide aux devoirs|mes neveux}.|Je suis « {mamie|papi} de lecture » à l'école du quartier.} {J'ai ma place ici ?|C'est mon rayon de soleil.}
B {Bien sûr, on est grand-parent par le cœur.|Mille fois oui.|Vous faites un travail formidable.}
C {Comment fait-on pour s'inscrire ? Cela me tenterait.|Les enfants ont besoin de vous.}
A {Merci. Il suffit de demander à l'école ou à la mairie.|Cela me touche.|Deux heures par semaine, et on en sort rajeuni.}

A {Qui garde des petits-enfants {le mercredi|pendant les vacances de {février|Pâques|la Toussaint}} ? {Je cherche un rythme qui nous convienne.|Le soir je suis <lessivé|lessivée>.}}
B {Une sortie le matin, un temps calme après le repas, et un jeu dehors.|Une heure chacun dans sa chambre, moi aussi ! C'est inscrit au règlement.|Je dis oui à {deux|trois} jours, pas à cinq. On a le droit.}
C {La sieste obligatoire pour les grands-parents, je la défends.|Un menu affiché, cela évite les débats.|On a le droit, oui, il faut le redire.}
A {Le règlement est affiché, signé par {petit}.|Merci de m'autoriser à dire non.|La sieste, adoptée à l'unanimité.}

A {{petit} ({4-9} ans) a peur {du noir|des chiens|de l'eau|de dormir ailleurs}. {Comment l'aider sans le brusquer ?|Chez moi les nuits sont longues.}}
B {Une veilleuse et une histoire où le héros a peur aussi.|Doucement, en commençant par regarder de loin.|Un objet de la maison, glissé dans la valise par les parents.}
C {J'avais la même peur, je l'ai raconté, cela a suffi.|Le mien dort avec mon écharpe.|Cela passe, avec beaucoup de patience.}
A {Ce soir, l'écharpe et l'histoire.|Une nuit entière ! Merci.|Je lui ai dit ma peur du tonnerre, quel soulagement pour lui.}

A {Mon {fils|gendre} vient de perdre son travail.|Ma {fille|nièce} se sépare.} {Je ne sais pas quoi dire.|J'ai peur pour les petits.}
B {Écouter, sans conseiller. C'est le plus dur et le plus utile.|Un repas chaud et un lit fait, cela parle tout seul.|Gardez avec les enfants les mêmes habitudes qu'avant.}
C {Nous pensons à vous.|On traverse cela, je vous assure.|Et vous, à qui parlez-vous ?}
A {À vous, aujourd'hui. Merci.|Le lit est fait.|Je vais me taire et faire une soupe.}

A {Nous avons {fait du pain|planté des bulbes|cousu un coussin|construit une mangeoire|écrit à la tante {Odile|Jeanne|Lucie}} avec {petit}. {Il veut recommencer {jour}.|Elle a tout raconté à l'école.}}
B {C'est comme cela que se transmettent les gestes.|Je vous emprunte l'idée pour {petit2}.|Bravo à vous deux.}
C {La mangeoire, avec un plan ?|Ils s'en souviendront toute leur vie.}
A {Un plan tout simple, au dos d'une enveloppe.|Je l'espère bien.}

A {À quel âge laisser {prendre le train seul|rester seul une heure|avoir un téléphone|traverser seul} ? {Mon petit-fils a {9-13} ans.|Les avis sont partagés chez nous.}}
B {C'est aux parents de décider, et nous suivons.|À onze ans, avec un accompagnateur, cela s'est très bien passé.|Le plus tard possible pour le téléphone, disent les miens.}
C {Nous, à huit ans, nous allions chercher le lait à deux kilomètres.|Faites le trajet ensemble d'abord.|Chaque enfant est différent.}
A {Le trajet ensemble, samedi.|Autres temps !|Je transmets à {lien}.}

A {{lien} m'a offert {un abonnement au musée|une journée rien qu'à nous deux|un cadre avec toutes les photos|un stage de poterie} pour {mes {60-80} ans|la fête des mères|Noël}. {J'en suis tout<|e> chose.|Je ne m'y attendais pas.}}
B {Quelle délicate attention.|Ils vous connaissent bien.|Racontez quand ce sera fait.}
A {C'était merveilleux, nous avons parlé comme jamais.|J'ai fait un bol. Enfin, une sorte d'assiette.|Je le regarde chaque matin.}

A {Quels jeux de votre enfance apprenez-vous aux petits ?|{petit} m'a demandé à quoi on jouait « avant les écrans ».}
B {Les osselets, la marelle, la balle au mur.|Les billes ! J'en ai encore un sac.|Le téléphone avec deux boîtes et une ficelle.}
C {L'élastique, mais mes genoux comptent les points.|Il a passé {une heure|deux heures} avec la ficelle.|On jouait à attendre, et c'était bien aussi.}
A {La marelle est tracée devant la porte.|Toute la rue s'y est mise.|Les billes ont roulé sous le buffet, comme autrefois.}

A {Comment parlez-vous {de la mort d'un proche|de votre maladie|de la guerre qu'ont connue vos parents} à vos petits-enfants ? {petit} m'a posé la question {jour}.}
B {Avec des mots simples et vrais.|Je réponds à la question posée, pas à celle que j'imagine.|J'ai sorti les photos, et tout est venu.}
C {Ils sont souvent plus solides que nous.|Et on a le droit d'avoir une larme.|Un livre pour enfants m'a bien aidé<|e>.}
A {Nous avons regardé les photos.|Merci, c'était doux finalement.|« Des mots simples et vrais », je le garde.}
`,
);
