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
A {Qui se souvient de {lieu} de son village ?|J'ai retrouvé une photo de {lieu}, vers {annee}.} {On y reconnaît presque tout le monde.|Aujourd'hui c'est un parking.|J'aimerais recueillir vos souvenirs.}
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
`,
);
