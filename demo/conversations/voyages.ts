import { bank } from '../grammar';

export const voyages = bank(
  'voyages',
  {
    dest: 'Strasbourg|Bordeaux|Lyon|La Rochelle|Collioure|Colmar|Saint-Malo|Arles|Annecy|Cahors|Bruges|Turin|Barcelone|Lisbonne|Vérone|Heidelberg|Conques|Carcassonne',
    saison: 'au printemps|en septembre|en mai|cet automne|en juin|hors vacances scolaires',
    jour: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
    vue: 'la mer|un clocher penché|des vignes à perte de vue|la montagne encore blanche|le fleuve|les toits',
    qui: 'mon mari|une amie|ma sœur|ma petite-fille|notre club|mon frère',
  },
  `
A {Nous partons à {dest} {saison}, {trois|quatre|cinq|six} jours.|Je vais à {dest} {saison} avec une amie.|Premier voyage en train depuis longtemps : {dest}, {saison}.} {Que ne faut-il pas manquer ?|Vos bonnes idées sont les bienvenues.|On marche doucement et on aime bien manger.}
B {Levez-vous tôt un matin, la ville est à vous avant neuf heures.|Le marché couvert, et un banc au bord de l'eau.|Prenez le petit train pour la vue d'ensemble, sans honte, puis revenez à pied.}
C {Logez près de la gare, on gagne un temps fou.|La visite guidée du {jour}, par des bénévoles passionnés.|Un jardin chaque après-midi, pour reposer les pieds.}
A {Je note tout dans mon carnet rouge.|Merci, l'itinéraire prend forme.|Tôt le matin, voilà qui me convient.}

A {Nous voilà rentrés de {dest} !|Retour de {dest}, et devant les yeux, encore, {vue}.} {Le train à l'heure, la chambre avec vue sur {vue}, et du soleil.|Vos conseils étaient parfaits.|{Trois|Quatre|Cinq} jours de bonheur, un seul jour de pluie.}
B {Quel plaisir de vous lire.|Et les pieds ?|Qu'avez-vous préféré ?}
A {Le petit matin sur le marché, comme vous l'aviez dit.|Un concert d'orgue, par hasard, en poussant une porte.|Rien faire, assis à une terrasse.}
C {Vous me donnez envie de boucler ma valise.|Avez-vous des photos ?|J'y étais il y a {vingt|trente|quarante} ans, cela n'a donc pas changé.}
A {Les photos sont là : https://exemple.fr/voyages/carnet-{11-98}|Il faut y retourner !|À qui le tour ?}

A {Quand réserver son train pour payer moins cher ?|Les prix des trains changent d'heure en heure, je m'y perds.} {Quelqu'un a-t-il compris ?|Je voudrais partir {saison}.}
B {{Trois|Quatre} mois avant, et plutôt {mardi|mercredi|jeudi} en milieu de journée.|Avec la carte de réduction, on la rembourse en {deux|trois} voyages.|Au guichet, la dame m'a trouvé une correspondance que le site ne montrait pas.}
C {J'ai mis une alerte, le prix a baissé d'un tiers.|Les trains régionaux : plus lents, mais quelle vue, et même prix toute l'année.|Première classe en promotion, parfois moins chère que la seconde !}
A {Je retourne au guichet, alors.|Les trains régionaux, cela me va bien.|Réservé ! {39|42|54|61} euros aller et retour.}

A {Peut-on se faire aider en gare quand on a {une valise lourde|une canne|une hanche toute neuve} ?|Je voyage avec {ma mère de {86-94} ans|un fauteuil roulant|une grosse valise}, comment faire pour les correspondances ?}
B {Oui, il y a un service d'accompagnement gratuit, à réserver la veille au plus tard.|Demandez l'assistance en réservant, on vous attend sur le quai.|J'ai fait livrer ma valise à l'hôtel, c'était un soulagement.}
C {Comptez {trente|quarante} minutes entre deux trains, jamais moins.|Un sac à dos et une petite valise à roulettes, rien d'autre.|On m'a aidé<|e> avec beaucoup de gentillesse à {dest}.}
A {Merci, je réserve l'accompagnement.|Quarante minutes, on en profitera pour un café.|Voilà qui me tranquillise.}

A {Que mettez-vous dans votre valise pour {quatre|cinq|six} jours ?|Ma valise est toujours trop lourde.} {Je n'arrive pas à choisir.|Je prends « au cas où », et le cas n'arrive jamais.}
B {Je pose tout sur le lit, et j'en retire la moitié.|Deux couleurs qui vont ensemble, un foulard, et c'est tout.|Les médicaments dans le sac à main, jamais dans la valise.}
C {Des chaussures déjà faites au pied !|Une petite multiprise, on me remercie à chaque voyage.|Un sachet de thé et une tasse, pour être chez soi partout.}
A {La moitié retirée... et j'en ai remis un peu.|Le coup de la tasse me plaît.|Noté pour les médicaments, c'est essentiel.}

A Carnet de route, jour {deux|trois|quatre}. Partis de {dest} à {8-9} h {10-50} par un petit train de deux voitures. Le contrôleur connaissait tout le monde et annonçait les gares avec un mot pour chacune : « ici les meilleures prunes », « ici on ne descend que pour se marier ». Face à nous, une vieille dame tricotait une écharpe {rouge|verte|bleue} ; à chaque tunnel elle s'arrêtait, et reprenait à la lumière sans perdre une maille. ¶¶À l'arrivée, {vue}, et pas un bruit. Nous avons déjeuné d'une omelette aux {cèpes|herbes|pommes de terre} dans la seule auberge ouverte, puis marché jusqu'à une chapelle fermée dont la clé pendait, tout simplement, à un clou. {qui} a chanté, pour essayer l'écho. Il était très bon. ¶¶Demain nous repartons vers {dest2}. Je vous écris de la chambre, la fenêtre ouverte, avec un reste de {fromage|gâteau|chocolat} pour le dîner.
B {On voyage avec vous, merci !|La clé pendue à un clou, j'adore.|Quelle jolie plume. La suite, la suite !}
C {Ce petit train existe donc encore.|Notez bien le nom de l'auberge pour nous.|Et qu'avez-vous chanté ?}
A {Un vieux canon à trois voix, à deux.|Je note tout dans le carnet.|La suite demain, s'il y a du réseau.}

A {Partir seul<|e> : qui le fait ?|J'hésite à partir seul<|e> à {dest}.} {On me dit que ce n'est pas raisonnable.|L'envie est là, le courage un peu moins.}
B {J'ai commencé à {66-74} ans. On parle à bien plus de monde que lorsqu'on est deux.|Deux nuits pour commencer, dans une ville où le train est direct.|Dînez tôt, près de la fenêtre, avec un livre.}
C {Prévenez quelqu'un de votre arrivée, et profitez.|J'y pense aussi. Et si nous partions à plusieurs du salon ?|Le plus dur, c'est de fermer la porte de chez soi.}
A {Deux nuits, oui, cela me semble possible.|C'est décidé, j'ai pris mon billet !|À plusieurs ? J'en rêve.}

A {Idée : un petit voyage du salon à {dest}, {saison} ?|Si nous partions à quelques-uns, {deux|trois} jours à {dest} ?} {Chacun son billet, on se retrouve sur place.|Hôtel simple, près de la gare.}
B {Je suis partant<|e>, inscrivez-moi !|Oui, mille fois oui.|Quel budget ?}
C {Moi aussi, si c'est {en semaine|un week-end}.|Je ne peux pas promettre, mais j'en ai très envie.|Je m'occupe de chercher les horaires.}
A {Nous sommes déjà {4-8}. Je propose {deux dates|un sondage} {jour}.|Environ {70|85|95} euros la nuit à deux.|Parfait, {C} aux horaires et moi à l'hôtel.}

A {Jeu : je vous écris d'une ville où {l'on marche sous des arcades|les cigognes nichent sur les toits|les tramways montent des côtes impossibles|les bateaux dorment sur la vase à marée basse|une rivière passe sous les maisons}. Où suis-je ?}
B {À Turin ? À Berne ?|À Colmar !|Je dirais Lisbonne.|Quelque part en Bretagne ?}
C {Encore un indice.|{dest} !|Je cherche dans l'atlas.}
A {Bravo, vous avez trouvé !|Vous brûlez.|Un indice : on y mange {des gaufres|des bretzels|de la morue|des galettes}.}

A {Connaissez-vous un bon hôtel avec ascenseur à {dest} ?|Une chambre calme à {dest}, sans trop d'escaliers ?} {On ne demande pas le luxe.|Avec petit déjeuner, si possible.}
B {Téléphonez plutôt que de passer par internet, ils gardent les chambres du bas pour ceux qui demandent.|Les maisons d'accueil des congrégations, simples et très propres.|Demandez « sur cour », on y dort bien mieux.}
A {J'ai téléphoné : rez-de-chaussée, sur cour, {68|74|82} euros. Merci !|Bon conseil, je demande toujours au téléphone maintenant.}

@6-9
A {Bord de mer hors de prix cette année.|Où passer une semaine au frais {en juillet|en août} ?} {Nous supportons mal la chaleur.|Pas trop de monde, si possible.}
B {Le Jura, les lacs, la forêt. On y dort avec une couverture.|L'Aubrac : du vent, des vaches, du silence.|La baie de Somme, pour les oiseaux et le ciel.}
C {Le Cotentin, avec un bon coupe-vent.|La Creuse, que personne ne connaît, ne le dites pas trop.|À {800|900|1000} mètres, où que ce soit.}
A {Une couverture en août, quel rêve.|Va pour la Creuse, chut.|Je regarde les trains dès ce soir.}

A {Train {en retard de {40-90} minutes|bloqué en pleine voie} ce matin. {On a partagé nos sandwichs avec tout le wagon.|J'ai manqué ma correspondance à {dest}.}}
B {Gardez bien le billet, on peut demander un remboursement.|Ah, les aventures du rail !|J'espère que vous êtes bien <A:arrivé|arrivée>.}
A {{Arrivé|Enfin là}, avec deux heures de retard et trois nouveaux amis.|Demande envoyée, merci.|Oui, fourbu<|e> mais de bonne humeur.}

A {Quel est votre plus beau souvenir de voyage ?|Un endroit où vous retourneriez demain ?}
B {{dest}, en {1968|1974|1981|1987}, avec une tente et {vingt|trente} francs en poche.|Un lever de soleil sur {vue}, avec un café dans une timbale.|Une île sans voitures, je ne dirai pas laquelle.}
C {{dest2}, sous la neige, un soir de décembre.|Le village de mon père, en {Calabre|Kabylie|Galice|Pologne}, où l'on m'a reconnu<|e> à mes yeux.|La route de nos vacances, la tête à la fenêtre.}
D {Vous lire, c'est déjà partir.|Reconnu<C:|e> à vos yeux... j'en ai des frissons.|Les miens tiennent dans une boîte à biscuits.}

A {Assurance, carte d'identité, carte européenne : que faut-il emporter pour {dest} ?|Ma carte d'identité est périmée depuis {deux|trois} ans, puis-je passer la frontière ?}
B {La carte européenne de santé se commande en ligne, gratuitement, comptez trois semaines.|Vérifiez sur le site officiel, cela dépend du pays.|Une photocopie de tout, rangée ailleurs que l'original.}
A {Commandée ! Merci.|Je refais ma carte, ce sera plus sûr.|La photocopie, bon réflexe.}

A {Qui a déjà pris le train de nuit ?|Le train de nuit pour {Nice|Briançon|Vienne|Berlin|Perpignan}, vous l'avez essayé ?}
B {Oui : bouchons d'oreilles et couchette du bas.|Réveil devant {vue}, cela vaut toutes les nuits blanches.|J'ai peu dormi et j'ai tout aimé.}
C {Réservez l'espace pour dames, si vous préférez.|Prenez une petite laine, la climatisation est vive.}
A {Couchette du bas réservée !|Je suis impatient<|e> comme un soir de Noël.|Merci, j'ai hâte.}

A {Où mange-t-on bien et simple à {dest} ?|Spécialité à goûter absolument à {dest} ?}
B {Au marché, sur un coin de table, avec les gens du pays.|Demandez au libraire, ils savent toujours.|Ce que mange la table d'à côté !}
A {La table d'à côté mangeait {des moules|une tourte|des beignets} : excellent.|Le libraire ne s'est pas trompé.}

@1-3
A {Les jours rallongent, je rêve de {dest}.|Pluie sur les vitres, atlas sur les genoux : {dest}, peut-être.} {Où irez-vous cette année ?|Vos projets ?}
B {{dest2}, depuis le temps que j'en parle.|Chez ma fille, et puis {dest3}.|Un petit tour à vélo le long d'un canal, à notre rythme.}
C {Nulle part de loin, mais un jour par semaine à moins d'une heure.|On attend de voir, {qui} se fait opérer.|Partout, par la pensée.}
A {Un jour par semaine à moins d'une heure : c'est un vrai projet.|Que tout se passe bien.|Belles idées, merci.}

A {Qui connaît {dest} en hiver ?|Marchés de Noël : {Strasbourg|Colmar|Montbéliard|Kaysersberg}, est-ce bien raisonnable à pied ?|Une idée de petite ville à une heure de train, pour la journée ?}
B {En semaine, et tôt. Après seize heures c'est la foule.|Prenez le premier train, la lumière est si belle.|Celle où personne ne descend, vous verrez.}
C {Bonnet, gants, et un vin chaud pour deux.|J'y suis allé<|e> {en {2016|2018|2022}|l'an dernier}, j'en garde un souvenir tendre.|Le musée est gratuit le premier dimanche.}
A {Premier train, c'est dit.|Merci, nous irons {un mardi|un mercredi|{jour}}.|Le premier dimanche, je le note.}

A {Mes jambes ne suivent plus : existe-t-il des voyages organisés qui vont lentement ?|Avez-vous déjà pris {une croisière sur un canal|un autocar de club|un séjour en résidence} ? {Est-ce trop encadré ?|Je crains de m'ennuyer.}}
B {Sur un canal, oui : on voit passer la France à la vitesse du pas.|Les clubs de la ville organisent de petites sorties, très amicales.|On a ses moments libres, je lisais sur le pont.}
C {Demandez combien d'escaliers, et combien de valises à porter.|J'y ai rencontré mes meilleures amies.|Choisissez bien la saison, c'est tout.}
A {À la vitesse du pas, voilà ce qu'il me faut.|J'appelle pour les escaliers.|Brochure commandée.}

A {J'ai ressorti mes carnets : {dest}, {1972|1979|1984|1988}. Une chambre à {trente|quarante} francs et un {patron|hôtelier} qui jouait de l'accordéon.|En rangeant, une vieille carte routière : nos vacances à {dest}, tracées au feutre {rouge|vert}.}
B {J'ai connu cela, les cartes qu'on ne savait jamais replier.|Y retournerez-vous ?|Et la tente, et le réchaud...}
A {Nous y retournons {saison}, en train cette fois.|L'hôtel existe encore, figurez-vous.|Il ne faut peut-être pas y retourner, tout compte fait.}
C {Parfois il vaut mieux garder le souvenir.|Allez-y, et racontez.|L'accordéon y est peut-être encore.}

A {Nous voici à {dest} ! {Il pleut et c'est très beau.|Chambre sous les toits, {52|68|74} marches.|Premier café face à {vue}.}|Carte postale de {dest} : {ciel bleu|vent frais|brume du matin}, {vue} sous la fenêtre, et {des gaufres|du pain chaud|des pêches} au petit déjeuner.}
B {Profitez bien !|On respire avec vous.|Merci pour la carte postale.}
C {Et demain, quel programme ?|Embrassez {dest} pour moi.|Les marches, c'est bon pour le cœur.}
A {Rien, flâner.|Le marché, puis un banc.|Un tour en bateau si le temps tient.}

A {Échange d'adresses : je cherche une chambre chez l'habitant à {dest}.|Quelqu'un échange-t-il son logement pour les vacances ? On me l'a proposé, j'hésite.}
B {Nous le faisons depuis {huit|dix|quinze} ans, jamais un souci.|Une dame charmante loue une chambre, je retrouve le numéro.|Rangez vos trésors dans une armoire fermée, et laissez un mot de bienvenue.}
A {Un mot de bienvenue et une tarte, alors.|Merci, j'attends le numéro.|Vous me rassurez, j'essaie {saison}.}

A {Où trouver les plus beaux jardins à visiter ?|Quel musée petit mais inoubliable conseillez-vous ?|Une église, une chapelle, qui vous a saisi<|e> ?}
B {À {dest}, derrière une porte qui ne paie pas de mine.|Le musée {des horloges|du chapeau|de la dentelle|des automates}, une merveille de patience.|Celle où le gardien chantait.}
C {Notez les heures, ils ferment souvent le {lundi|mardi|midi}.|J'y étais seul<|e>, un matin de pluie. Un cadeau.|On devrait en faire une carte du salon.}
A {Une carte du salon, je m'en charge !|Derrière une porte, comme toujours.|Je note, merci {B}.}

A {1=Mal des transports : qu'est-ce qui vous réussit ?|Comment occupez-vous {quatre|cinq|six} heures de train ?|Dans le train, fenêtre ou couloir ?}
B {1=Regarder au loin et un bonbon au gingembre.|Un livre, un sandwich, et les conversations des autres.|{Fenêtre, et dans le sens de la marche.|Couloir, pour les jambes.}}
C {1=Je dors avant la première gare, c'est radical.|{Les conversations des autres, quel roman !|Je tricote, cela attire les confidences.}|Couloir, à cause de mes genoux.}
A {1=J'essaie le gingembre {jour}.|{Le tricot, je devrais essayer.|Six heures, cela va passer trop vite.}|{Fenêtre pour moi, le nez contre la vitre comme un enfant.|Merci, billet pris côté fenêtre.}}
`,
);
