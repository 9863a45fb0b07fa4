import { bank } from '../grammar';

export const memoire = bank(
  'memoire',
  {
    lieu: 'le lavoir|la gare|le four à pain|le moulin|la fruitière|la halle|la forge|le pont de bois|la filature|la salle de bal|la tannerie|le bureau de poste',
    metier:
      'sabotier|rémouleur|lavandière|garde-barrière|maréchal-ferrant|colporteur|vannier|matelassière|laitier|cantonnier',
    annee: '1932|1947|1953|1956|1961|1964|1968',
  },
  `
A {{lieu} de votre village, qui s'en souvient ?|J'ai retrouvé une photo : {lieu}, vers {annee}.} {On y reconnaît presque tout le monde.|Aujourd'hui c'est un parking.|J'aimerais recueillir vos souvenirs.}
B {Chez nous il est encore debout, mais fermé.|J'y allais avec ma grand-mère, le {lundi|samedi}, par tous les temps.|On y entendait les nouvelles avant le journal.}
C {Le bruit surtout, je l'entends encore.|Mon oncle y a travaillé {vingt|trente} ans.|L'association du village veut le restaurer.}
A {Notez tout cela, c'est précieux.|Je commence un cahier.|Merci, je ne savais pas qu'on y venait de si loin.}

A {Un métier disparu par jour : aujourd'hui, {metier}.|Mon {grand-père|arrière-grand-père|grand-oncle} était {metier}. Qui en a connu ?}
B {Nous en avions un qui passait deux fois l'an.|Je revois ses mains.|Il sifflait en entrant dans la rue, et nous courions.}
C {Et le prix se discutait autour d'un verre.|Ma mère lui gardait toujours une soupe.|Il y a un petit musée là-dessus, pas loin de chez moi.}
A {Quelle belle image.|Demain : {metier2}.|Je note pour le cahier.}

A {L'école d'autrefois : qu'y avait-il dans votre cartable ?|La cour, le poêle, l'encre violette... racontez votre école.}
B {Une ardoise, une éponge dans une boîte, et un quignon de pain.|Deux kilomètres à pied, en galoches, {deux|quatre} fois par jour.|On apportait chacun sa bûche, l'hiver.}
C {La maîtresse nous lisait un chapitre le samedi, et on n'entendait plus une mouche.|J'ai encore mon certificat d'études, encadré.|J'étais de service d'encre, quel honneur.}
D {La bûche ! J'avais oublié.|Le même poêle, la même odeur de laine mouillée.|Mes petits-enfants croient que j'invente.}
A {Quel bonheur de vous lire.|Je recopie tout cela.}

A {Comment appeliez-vous {la serpillière|le crayon à papier|le bout du pain|un sac en plastique|l'écharde} dans votre région ?|Un mot de chez vous que personne ne comprend ailleurs ?}
B {{La wassingue|La panosse|La since|Le quignon|Le croûton|L'entame}, bien sûr.|« {Barrer la porte|Il drache|Faire quatre heures|Avoir frette} », on me regarde toujours de travers.}
C {Chez ma grand-mère, c'était « {la loque|le crouston|l'écharpe de bois|la pochette} ».|Jamais entendu, mais c'est joli.}
A {Il faudrait en faire une carte.|Je les note tous, avec le village.}

A Souvenir d'hiver, {annee}. La neige était montée jusqu'aux appuis de fenêtre et mon père avait creusé une tranchée de la porte à l'étable. Nous, les {quatre|cinq|six} enfants, on y marchait à la queue leu leu comme dans un couloir blanc, et je ne voyais du ciel qu'une bande bleue. Le {metier} du village est resté {trois|quatre} jours chez nous, parce qu'il ne pouvait plus repartir. Le soir il racontait des histoires de {loups|contrebandiers|revenants} en taillant des cuillères dans du buis. Il nous en a laissé une chacun. La mienne est dans le tiroir de la cuisine, je m'en sers tous les matins pour le miel.
B {La cuillère pour le miel... merci pour ce récit.|On voit la bande de ciel bleu.|Vous devriez l'écrire pour l'école.}
C {J'ai connu cet hiver-là, de l'autre côté de la montagne.|C'est magnifique.|J'ai lu cela à mon petit-fils, il veut une cuillère.}

A {La commune cherche des témoignages sur {lieu}.|Exposition de vieilles photos {samedi|dimanche} : {lieu}, les fêtes, les mariages.} {Je collecte.|Qui peut prêter ?}
B {J'ai {trois|six|douze} photos, à rendre bien sûr.|Ma tante de {91-98} ans accepte de raconter.|Je viens avec un magnétophone.}
A {Merci, on scanne sur place et vous repartez avec.|Formidable, quand peut-on la voir ?}
C {Je viendrai dimanche.|Notez les noms au dos, au crayon !}

A {Fête du village autrefois : qu'est-ce qui vous manque ?|Le bal, le manège, la course en sac... vos fêtes d'enfance ?}
B {Le parquet-salon, et les parents qui dansaient.|Le marchand de guimauve et ses mains blanches.|La retraite aux flambeaux, les lampions de papier.}
C {La fanfare, un peu fausse, tellement joyeuse.|Le mât de cocagne savonné.|J'y ai rencontré <ma femme|mon mari>, au stand de tir.}
A {Les lampions, oui !|Ici elle reprend cette année.|Merci, le cahier s'épaissit.}

A {Quelqu'un sait-il dater une photo d'après {les vêtements|le carton|les voitures} ?|Une carte postale sans date, timbre {rouge|bleu|vert}, {lieu} en arrière-plan.}
B {Les chapeaux font penser à {1925|1935|1948}.|Regardez le nom du photographe au dos.|Le format du carton aide beaucoup.}
A {Il y a « {Studio|Photo} {Lambert|Morin|Fabre} ».|Merci, je cherche.|C'était bien cela !}

A {J'ai enregistré ma voisine de {90-99} ans sur {la Libération|les veillées|la première voiture|l'arrivée de l'électricité}.} Quelle mémoire !
B {C'est un trésor.|Pensez à en faire deux copies.|L'électricité, ma mère parlait d'un miracle.}
C {Peut-on l'écouter ?|Bravo d'avoir pris le temps.}
A {Elle est d'accord pour le partager à la médiathèque.|Nous continuons {mardi|jeudi}.}

A {Les veillées, qui en a connu ?|Le lavoir et ses disputes, le four et ses odeurs : qu'est-ce qui réunissait les gens chez vous ?|La première télévision du village, c'était chez qui ?}
B {Chez {l'instituteur|le boulanger|ma marraine}, et tout le quartier s'asseyait par terre.|On cassait les noix en racontant des histoires à faire peur.|La batteuse, l'été : trente personnes à table, et du cidre.}
C {Je revois les chaises alignées devant les portes.|Ma grand-mère filait sans regarder ses mains.|On apportait sa chaise et sa bûche.}
A {Les chaises devant les portes... cela manque.|Merci, j'écris tout cela.|Quel tableau !}

A {Quels vêtements portiez-vous enfant ? Moi, {des galoches|une blouse à carreaux|un béret|des chaussettes qui grattaient}.|Que mettait-on le dimanche, chez vous ?}
B {Le tablier noir la semaine, le blanc le dimanche.|Le manteau retourné de ma sœur, puis de moi, puis de mon frère.|Des sabots garnis de paille, oui, cela tenait chaud.}
C {On avait une seule paire de souliers, et on les cirait le samedi.|La laine qui gratte, on n'oublie pas.|J'ai gardé le béret.}
A {Une photo du béret, s'il vous plaît.|Nous étions tous de la même mode.|Merci pour ces souvenirs.}

A {Je cherche le nom de cet outil : manche {court|long|courbe}, lame {en croissant|à deux dents|plate}, trouvé dans la grange de mon {oncle|voisin}.|À quoi servait cet objet : {une boule en buis percée|une planche à trous|un panier sans fond} ?}
B {On dirait un outil de {metier}.|Mon père avait le même, pour {les ruches|la vigne|le chanvre|les haies}.|À {écosser|carder|tresser|marquer le beurre}, sans doute.}
C {Le musée des vieux métiers pourra vous dire.|Montrez-le à l'ancien du bourg.|Il y a souvent une marque sous le manche.}
A {C'était bien cela, un outil de {metier}.|La marque dit « {J. B.|L. M.|P. R.} {1887|1903|1911} ».|Merci, je le garde au mur.}

A {Les noms des champs, chez vous ? Chez nous : « {la Croix du loup|le Pré à la dame|les Quatre Vents|le Trou du renard} ».|Mon village a un sobriquet : ses habitants sont les « {mange-raves|ventres jaunes|grenouilles|têtes de bois} ».}
B {Chez moi « {le Champ du pendu|la Fosse aux loups|le Bois des dames|la Planche} », on n'y passait pas le soir.|Le nôtre est pire, je n'ose pas l'écrire !|Ces noms racontent tout.}
C {Il faut les noter avant qu'on les oublie.|J'ai un vieux plan de {1826|1834|1841} avec tous ces noms.|Quelle poésie, tout de même.}
A {Votre plan m'intéresse beaucoup.|Je fais la liste, dites-m'en d'autres.|Osez, nous sommes entre nous.}
`,
);

export const genealogie = bank(
  'genealogie',
  {
    nom: 'Perrin|Le Goff|Marchal|Castel|Bourdon|Vidal|Rousseau|Guérin|Lacombe|Ferrand|Mallet|Rivière',
    lieu: 'la Creuse|le Finistère|la Lozère|les Vosges|le Berry|la Savoie|le Gers|la Thiérache|le Forez|le Perche',
    an: '1743|1768|1792|1811|1834|1857|1872|1890',
  },
  `
A {Je suis <bloqué|bloquée> en {an} dans {lieu}, sur une branche {nom}.|Un {nom} né vers {an} dans {lieu}, et puis plus rien.} {Quelqu'un a-t-il déjà cherché par là ?|Où chercher ?}
B {Avez-vous regardé la paroisse voisine ? On se mariait chez la fiancée.|Les registres de notaires, souvent, débloquent tout.|Essayez d'autres orthographes, les curés écrivaient à l'oreille.}
C {Les tables décennales, avant tout.|Le recensement de {1836|1846|1872} pourrait aider.|J'ai des {nom} aussi, mais dans {lieu2}.}
A {La paroisse voisine, c'était cela !|Je cherche et je reviens.|Serions-nous cousins, {C} ?}

A {Qui sait lire cette écriture de {an} ? Je lis « {journalier|laboureur|tixier|sergettier} » mais le reste...|Je bute sur un mot dans un acte de {an}.}
B {Pouvez-vous recopier la forme des lettres ?|Le grand trait, c'est souvent un « s » long.|« Tixier », c'est un tisserand.}
A {Avec le s long, tout s'éclaire.|Alors c'est « {dudit lieu|veuve de feu|parrain et marraine} » !|Merci, quel œil.}

A {Trouvé ! Mon aïeul {nom} {était sonneur de cloches|avait quatorze enfants|est parti à pied à Paris|savait signer en {an}}.|J'ai enfin l'acte de mariage de {an}.}
B {Quelle émotion, n'est-ce pas ?|Bravo, et la signature ?|À pied !}
C {Félicitations.|On fouille dix ans, et puis un soir...|Encore une branche de sauvée.}
A {Une croix tremblante, j'en étais tout<|e> ému<|e>.|Je n'ai pas dormi de la nuit.}

A {Quel logiciel utilisez-vous pour votre arbre ?|Papier ou ordinateur, pour l'arbre ?}
B {Papier pour la beauté, ordinateur pour chercher.|Un grand rouleau de papier peint, à l'envers.|Des fiches, une par personne.}
C {Et faites une copie chez un enfant.|Le rouleau de papier peint, c'est une idée !}
A {Je vais faire les deux.|Merci à vous.}

A Combien de générations avez-vous remontées ? {Moi {sept|huit|neuf}.|Je bute toujours à la {sixième|septième}.}
B {{Cinq|Six|Dix}, mais solides.|Je préfère raconter des vies que compter.|Neuf d'un côté, trois de l'autre.}
A {Raconter des vies, vous avez raison.|La Révolution a brûlé mes registres.}

A {Je vais aux archives {mardi|jeudi|vendredi}. Voulez-vous que je regarde quelque chose ?|Je passe la journée aux archives dans {lieu}.}
B {Si vous tombez sur un {nom2}, pensez à moi.|Quelle gentillesse ! L'acte {12-88} de {an}, s'il vous plaît.|Non merci, mais racontez.}
A {C'est noté.|Trouvé et photographié, je vous l'envoie.|Le silence, l'odeur du papier : une bonne journée.}
B {Mille mercis !|Vous êtes formidable.}

A {Mes cousins d'{Argentine|Amérique|Australie} m'ont écrit grâce à mon arbre !|Une inconnue m'écrit : nous aurions le même trisaïeul {nom}.}
B {Comme le monde est petit.|Allez-vous vous rencontrer ?}
A {En visio d'abord, nous avons le même nez.|Elle vient cet été.}
C {Le même nez, preuve irréfutable.|Quelle belle aventure.}

A Que faire des lettres de {1914|1915|1916|1917} de mon grand-père ? {Elles s'effacent.|J'ai peur de les abîmer.}
B {Photographiez-les à la lumière du jour, puis une boîte en carton sans acide.|Les archives départementales les numérisent volontiers.}
A {Je prends contact.|Merci, je commence demain.}
C {Et transcrivez-les, les enfants ne lisent plus cette écriture.|Un trésor de famille.}

A {J'ai transcrit l'inventaire après décès d'un {nom} de {an} : {deux|trois} {lits|coffres}, une vache, {onze|quatorze} draps de chanvre.|Contrat de mariage {nom}, {an} : la dot était {une armoire et {six|huit} brebis|un lit garni|{cent|deux cents} livres}.}
B {On entre dans la maison.|Quatorze draps, c'était une fortune !|Merci, c'est plus vivant que les dates.}
C {Qui a hérité de l'armoire ?|J'adore ces papiers.}
A {La fille aînée, après une belle dispute.|La page entière : https://exemple.fr/archives/page-{11-98}}

A {Comment rendre l'arbre vivant pour les enfants ?|J'offre à chacun de mes petits-enfants l'histoire d'un aïeul.}
B {Une photo, un métier, une anecdote, pas plus.|Faites-les jouer : qui savait signer, qui avait des sabots ?|Ma petite-fille a choisi la nourrice, elle en parle encore.}
A {Une page par aïeul, avec un dessin.|Quelle jolie idée, la nourrice.}
`,
);
