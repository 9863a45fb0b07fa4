import { bank } from '../grammar';

export const cuisine = bank(
  'cuisine',
  {
    plat: "blanquette|pot-au-feu|bœuf bourguignon|poule au pot|gratin dauphinois|petit salé aux lentilles|navarin d'agneau|lapin à la moutarde|quiche|soupe au pistou|hachis parmentier|potée|daube|cassoulet",
    gateau:
      'quatre-quarts|gâteau au yaourt|clafoutis|flan pâtissier|gâteau aux noix|gâteau de semoule|cake au citron|moelleux au chocolat|far|fondant aux pommes|biscuit roulé',
    legume:
      'poireaux|carottes|courgettes|endives|navets|topinambours|potimarrons|épinards|fenouils|choux-fleurs|blettes|panais',
    fruit: 'pommes|poires|prunes|abricots|fraises|cerises|rhubarbe|framboises|mirabelles|pêches|figues',
    epice: 'muscade|cannelle|cumin|curcuma|paprika doux|ras el-hanout|vanille|gingembre|safran',
    invite: "les enfants|des amis d'enfance|les voisins|ma belle-sœur|toute la famille|mes cousins|l'équipe de marche",
    jour: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
    ville: 'Tours|Nantes|Dijon|Bayonne|Colmar|Vannes|Limoges|Bourges|Valence|Pau|Reims|Niort',
  },
  `
A {Dimanche, j'ai {invite} à déjeuner, nous serons {6-14}.|Nous serons {6-14} à table {dimanche|samedi} midi.} {Que puis-je préparer la veille ?|Une idée de plat qui attend sans s'abîmer ?|Je voudrais éviter de passer la messe aux fourneaux.}
B {Un plat mijoté, il est toujours meilleur réchauffé : {plat} ou {plat2}.|Sans hésiter, {plat} : tout se prépare le samedi.}
C {Et pour le dessert, un {gateau}, lui aussi se fait la veille.|Avec une entrée froide, vous serez <A:tranquille|tranquille> jusqu'au fromage.|Demandez à chacun d'apporter quelque chose, ils en sont ravis.}
A {Va pour le plat mijoté. Je vous raconterai.|Vous me sauvez mon dimanche.|Que chacun apporte quelque chose, voilà qui me plaît.}

A {Compte rendu de dimanche : il n'est rien resté !|Vous m'aviez conseillé pour dimanche : tout le monde a repris du plat.} {Mon gendre a même saucé le plat.|La plus petite a réclamé la recette pour sa maîtresse.|Même mon frère, qui n'aime rien.}
B {C'est le plus beau des compliments.|Bravo, vous voilà <A:condamné|condamnée> à recommencer.}
C {Un plat vide, c'est une cuisinière heureuse.|Et le dessert, finalement ?}
A {Un {gateau}, englouti aussi.|J'ai dormi deux heures après leur départ.}

A Mon {gateau} {1=retombe toujours|reste cru au milieu|colle au moule|sèche dès le lendemain}. {Qu'est-ce que je fais de travers ?|Et pourtant je suis la recette à la lettre.|C'est à n'y rien comprendre.}
B {1=N'ouvrez pas le four avant les vingt-cinq premières minutes.|Votre four chauffe peut-être trop : baissez de vingt degrés et laissez dix minutes de plus.|Beurrez, farinez, puis mettez le moule cinq minutes au froid.|Les œufs sortis du froid une heure avant, cela change tout.}
C {1=Un thermomètre de four coûte trois fois rien, le mien mentait de trente degrés.|Un thermomètre, oui : mon four mentait de trente degrés !|Ma mère mettait un peu de chapelure, le papier n'existait pas.|Posez-le sur une grille dès la sortie, et couvrez d'un torchon.}
A {Je recommence {dimanche|{jour}} et je vous dirai.|Trente degrés ! Je vais vérifier le mien.|Merci, je n'aurais jamais pensé à cela.}

A Recette promise : le {gateau} de ma mère. ¶Pour {6-8} personnes : ¶- {3-4} œufs ¶- {150-200} g de farine ¶- {120-150} g de sucre ¶- {100-140} g de beurre demi-sel ¶- un sachet de levure, une pincée de {epice} ¶¶Fouettez les œufs et le sucre jusqu'à ce que le mélange blanchisse (cinq bonnes minutes, c'est là que tout se joue). Ajoutez le beurre fondu tiède, puis la farine et la levure tamisées, sans trop travailler. Versez dans un moule beurré et enfournez à {160-180} °C pendant {30-45} minutes. La lame d'un couteau doit ressortir sèche. ¶¶Ma mère le servait avec une compote de {fruit} encore tiède. Il se garde trois jours dans un torchon, s'il en reste.
B {Recopiée dans mon cahier, merci !|Merci beaucoup, je le fais {dimanche|{jour}}.|Cinq minutes de fouet, voilà le secret.}
C {Peut-on mettre de la farine de {châtaigne|riz|sarrasin} ?|Et avec moins de sucre, cela tient-il ?}
A {Moitié-moitié, oui, j'ai essayé.|On peut, en gardant la même cuisson.}

A Ma recette de {legume} au four, puisque vous êtes plusieurs à la demander : ¶coupez un kilo de {legume} en gros morceaux, ajoutez deux oignons, de l'huile d'olive, du sel, une pincée de {epice}. Quarante minutes à {180-200} °C en remuant une fois. {Dix minutes avant la fin, un filet de miel.|À la sortie, un peu de fromage de chèvre émietté.|Servez avec un œuf mollet.} C'est tout, et cela plaît même à ceux qui boudent les légumes.
B {Essayé hier soir : un régal.|Simple comme j'aime.|Je n'aime pas les {legume}, mais vous me donnez envie.}
C {Le miel, je n'aurais pas osé. Merci !|Noté pour {jour}.}

A Que faire d'un reste de {pot-au-feu|poulet rôti|purée|gigot|riz|pain rassis|jambon|ratatouille} ? {Je ne jette rien, mais je manque d'idées.|Nous en avons encore pour {deux|trois} jours...}
B {Des croquettes, avec un œuf et un peu de {persil|ciboulette}.|Un parmentier, bien sûr.|En salade, avec des cornichons et une bonne moutarde.|Une tourte, avec deux {legume} et une sauce blanche.}
C {Chez nous on appelait cela « le plat du lundi ».|Mon mari préfère les restes au plat lui-même.|Congelez en petites parts, un soir de fatigue vous serez <A:content|contente>.}
A {« Le plat du lundi », j'adore.|Ce sera des croquettes pour les petits.|Merci, le dîner est tout trouvé.}

A Combien de temps gardez-vous {un bouillon|une soupe|de la pâte brisée|une compote|une mayonnaise maison|de la crème entamée} au réfrigérateur ?
B {Deux jours chez moi, pas davantage.|Trois jours au plus, et je sens avant.|La mayonnaise, le jour même, jamais plus.}
C {Dans le doute, je jette. On n'est pas à cela près.|J'écris la date sur le couvercle avec un crayon gras.}
A {La date sur le couvercle, bonne habitude.|Merci, je préfère demander.}

A {1=Avez-vous une cocotte en fonte ? La mienne est devenue trop lourde pour mes poignets.|Mes mains n'ont plus la force d'ouvrir les bocaux.|L'épluchage me fatigue les doigts.} {Comment faites-vous ?|Quelqu'un a-t-il un truc ?}
B {1={Une cocotte en aluminium épais, bien plus légère.|Je laisse la mienne sur le feu et je sers à la louche, sans la porter.}|Un gant de caoutchouc pour les couvercles, et un couteau glissé sous le bord pour faire entrer l'air.|Un économe à gros manche, je l'emporte même en vacances.}
C {1=Chez moi ce sont les enfants qui la portent, contre un {gateau}.|Il existe des ouvre-bocaux à poser sous l'étagère, c'est très bien.|Je fais éplucher mes petits-enfants, contre un {gateau}.}
A {1=Contre un gâteau, ils accepteraient tout.|Je vais chercher cela, merci.|Contre un gâteau, ils accepteraient tout !}

@9-11
A {{3-8} kilos de {fruit} dans la cuisine, don du voisin.|On m'a donné une pleine cagette de {fruit}.} {Par où commencer ?|Confiture, compote, tarte ?}
B {Les plus belles en tarte, les autres en compote, les talées en gelée.|Au four avec un peu de {epice}, puis en bocaux.|Congelez-en la moitié tout de suite, coupés en morceaux.}
A {Je vais y passer la journée, mais avec plaisir.|C'est parti, la radio et le couteau.|Toute la maison va sentir bon.}

@12
A {Que mettez-vous au menu de Noël ?|Le menu de Noël est-il prêt chez vous ?} {Ici nous serons {5-15}.|Chez nous c'est chapon tous les ans, j'aimerais changer.|Ma belle-fille ne mange pas de viande, je cherche une idée.}
B {Une truite rôtie aux herbes, c'est fin et moins lourd.|Un grand vol-au-vent aux champignons : tout le monde y trouve son compte.|Chez nous ce sont les treize desserts, par fidélité à ma grand-mère.}
C {Nous faisons tout simple : des huîtres, un rôti, une bûche maison.|Cette année ce sont les enfants qui cuisinent. Je fais le pain, c'est tout.}
A {Les enfants qui cuisinent, quel luxe !|Les champignons, c'est une excellente idée.|Merci, j'ai mon menu.}

@12
A Bûche roulée : la mienne {craque|se fend|se déroule} à chaque fois. {J'ai trois semaines pour m'entraîner.|Qui a la main pour cela ?}
B {Roulez-la encore chaude dans un torchon humide, et laissez-la refroidir ainsi.|Une cuillère de miel dans la pâte, elle reste souple.}
C {Et si elle craque, un peu de crème par-dessus. Personne ne voit rien.|La crème cache tout, c'est ma devise.}
A {Avec du miel elle a tenu !|Je retiens la devise.}

@1/2-1/31
A {Galette : frangipane ou brioche ?|Qui fait sa galette soi-même ?} {À la maison la guerre est déclarée.|Le boulanger de {ville} la vend au prix de l'or.}
B {Frangipane, avec une pointe de fleur d'oranger.|Brioche, avec des fruits confits, je suis du Midi !|Les deux, comme cela pas de jaloux.}
C {Et le plus petit sous la table, la tradition est sauve.|J'ai eu la fève trois fois, mes petits-fils me soupçonnent.}

@1/28-2/12
A Chandeleur : {combien d'œufs pour un litre de lait chez vous ?|votre pâte repose-t-elle ?|qui met de la bière dans sa pâte ?}
B {Quatre œufs, une cuillère de beurre fondu, et une heure de repos.|Un verre de bière, et elles sont légères comme tout.|Moitié lait, moitié eau, comme en Bretagne.}
C {La première est toujours ratée, c'est la mienne.|On les faisait sauter avec une pièce dans la main. J'ai gardé la pièce.}
A {{18-40} crêpes plus tard... il n'en reste aucune.|Avec la bière, c'est vrai, elles sont bien meilleures.}

@5-8
A {Il fait trop chaud pour allumer le four.|Avec cette chaleur je n'ai envie de rien.} {Que mangez-vous de frais ?|Vos idées de repas froids ?}
B {Un taboulé à la menthe, fait la veille.|Des {legume} râpés, un œuf dur, du fromage blanc aux herbes.|Une soupe froide de concombre, au yaourt.|Melon, jambon, et une tranche de bon pain.}
C {Un riz au lait bien frais, j'en mangerais sur la tête d'un pouilleux, comme disait ma tante.|Et de l'eau avec des feuilles de menthe et de citron, toute la journée.|Des brochettes de {fruit}, les petits adorent les faire.}
A {Taboulé ce soir, alors.|Votre tante me plaît beaucoup.|Merci, le four restera fermé.}

A {Quelqu'un fait-il son pain ?|Je me lance dans le pain maison.} {Le mien est une brique.|Ma croûte est belle, mais la mie trop serrée.|J'ai entendu parler du levain, est-ce bien compliqué ?}
B {Laissez lever plus longtemps, toute une nuit au frais.|Plus d'eau : la pâte doit coller un peu.|Le levain, c'est comme un petit animal : il faut le nourrir, mais il ne mord pas.}
C {Un bol d'eau dans le four, pour la croûte.|Dans une cocotte fermée, le résultat est étonnant.}
A {Nuit au frais : la mie est enfin aérée !|La cocotte, oui ! On dirait celui du boulanger.|Je nourris donc mon levain, il s'appelle {Gaston|Marcel|Firmin}.}

A {On parle d'un souvenir ?|Une question pour le plaisir :} quel plat vous ramène {chez votre grand-mère|à vos dix ans|à l'école} ?
B {Les œufs au lait, dans le grand plat à fleurs.|La soupe au lait du {jour} soir, que je détestais et qui me manque.|L'odeur du café grillé et des tartines frottées d'ail.}
C {{plat} du dimanche, après la messe, avec toute la tablée.|Les beignets de fleurs d'acacia, au mois de mai.|Le riz au caramel de la cantine, figurez-vous.}
D {Le chocolat râpé sur une tartine de beurre, à quatre heures.|Les châtaignes dans la poêle trouée.|Vous me donnez faim et presque la larme à l'œil.}
A {Quels beaux souvenirs, on devrait en faire un cahier.|Merci à tous, je lis cela avec mon thé.}

A {Comment réussir {1=une mayonnaise|des œufs pochés|une béchamel sans grumeaux|un caramel} à tous les coups ?|Je rate {1=ma mayonnaise|mes œufs pochés|ma béchamel|mon caramel} une fois sur deux.}
B {1=Tous les ingrédients à la même température, et de la patience.|Un filet de vinaigre dans l'eau frémissante, jamais bouillante.|Le lait froid sur le roux chaud, d'un seul coup, et on fouette.|On ne remue pas, on penche la casserole, c'est tout.}
C {1=Et si elle tourne, une cuillère d'eau chaude et on recommence doucement.|Des œufs du jour, surtout, sinon le blanc s'en va.|Ma mère chantait une chanson entière en tournant : pas une minute de moins.|Une goutte de citron, cela rattrape bien des choses.}
A {Quelle chanson ? C'est peut-être là le secret.|Réussie à l'instant, merci !|Je m'applique {dimanche|{jour}}.}

A {Au marché ce matin : {fruit} à {2-6} euros le kilo, et les premières {asperges|girolles|châtaignes|noix fraîches} sont là.|Marché de {ville} : de beaux {legume}, et des {fruit} parfumés comme autrefois.}
B {Vous avez de la chance, ici c'est encore hors de prix.|Cela sent bon jusqu'ici.|Qu'allez-vous en faire ?}
A {Une tarte toute simple.|Je n'en sais rien, mais ce sera bon.|Un velouté, et une compote pour les petits.}

A Ma {petite-fille|voisine|nièce} ne mange {plus de viande|pas de gluten|ni lait ni œufs}. {Que lui servir sans passer deux heures en cuisine ?|Je ne voudrais pas la laisser devant une feuille de salade.}
B {Des lentilles en salade, avec des {legume} rôtis : tout le monde en reprend.|Un curry de {legume} au lait de coco, avec du riz.|Des galettes de sarrasin, c'est bon et c'est naturellement sans blé.}
C {Demandez-lui de cuisiner avec vous, c'est une jolie après-midi.|Un crumble à la poudre d'amande pour finir.}
A {Nous cuisinerons ensemble {samedi|{jour}}, elle est ravie.|Merci, je me sens moins <perdu|perdue>.}

A {Faut-il {laver les champignons|saler l'eau des lentilles|blanchir le lard|couvrir le bouillon} ? Ma {sœur|belle-mère} et moi ne sommes pas d'accord.|Débat à la maison : {l'ail dans la vinaigrette, oui ou non ?|le gratin dauphinois avec ou sans fromage ?|la quiche avec ou sans fromage ?}}
B {Non, non et non ! Mais je dis cela gentiment.|Oui, depuis toujours, et je n'en démordrai pas.|Chez nous cela dépend qui tient la cuillère.}
C {Ma grand-mère se retournerait dans sa tombe.|Les deux sont bons si les convives le sont.|Je vote comme {B}.}
A {Me voilà bien avancé<|e> !|Je transmets le verdict.|{Deux|Trois} voix contre une : j'ai gagné !}

A Pour ceux qui vivent seuls : comment cuisinez-vous pour une personne ? {Je finis par manger des tartines.|Les recettes sont toujours pour quatre ou six.}
B {Je cuisine pour quatre et je congèle trois parts, avec une étiquette.|Le {jour} je prépare une grande soupe, et j'ajoute chaque soir quelque chose de différent.|Une omelette se plie à tout.}
C {Avec une voisine, nous dînons l'une chez l'autre une fois par semaine.|Je mets la table comme pour des invités, même pour un œuf au plat.|Un petit plat à gratin individuel, c'est mon meilleur achat.}
A {La table comme pour des invités... vous avez raison.|L'idée de la voisine me plaît, je vais lui en parler.|Merci, je me sens moins <seul|seule> avec ma tartine.}

A {J'ai parlé à ma voisine : nous dînons ensemble ce {jour} !|L'idée des dîners partagés a pris : nous sommes maintenant {trois|quatre} dans l'immeuble.}
B {Que cela me fait plaisir !|Bravo d'avoir osé.}
C {Et qu'y a-t-il au menu ?|Gardez-nous une chaise.}
A {{plat} pour commencer, on verra la suite.|Soupe, fromage, et beaucoup de rires.}

A {Recette trouvée ici : https://exemple.fr/recettes/{tarte-aux-prunes|soupe-au-potiron|terrine-de-campagne|pain-perdu|gateau-de-riz}-{3-97} Quelqu'un l'a-t-il essayée ?|J'ai suivi cette page pas à pas : https://exemple.fr/recettes/{confiture|brioche|pate-sablee|gratin}-{3-97} et c'est réussi.}
B {Pas encore, mais elle a l'air sérieuse.|Oui : mettez un peu moins de sucre, et dix minutes de plus.|Je l'ai imprimée pour {dimanche|ma belle-fille}.}
A {Merci, je note la correction.|Bonne idée, je fais pareil.}

A Vos {legume}, vous les faites comment ? {J'en ai deux kilos et plus d'imagination.|Mon mari ne les aime qu'en soupe.|Au panier de la semaine il y en a encore.}
B {En gratin avec une béchamel légère et une pointe de {epice}.|Braisés au beurre, à couvert, tout doucement.|En tarte, avec de la moutarde au fond.|Crus et râpés, avec une pomme et du citron.}
C {En velouté avec une pomme de terre et une cuillère de crème.|Comme {B}, et j'ajoute des lardons.|Rôtis avec une pincée de {epice}, à s'en lécher les doigts.}
A {La tarte à la moutarde, je n'y aurais pas pensé.|Voilà trois dîners de trouvés.|Merci, le panier peut revenir.}

@3-4
A {Agneau, ou autre chose, pour Pâques ?|Que préparez-vous pour le repas de Pâques ?} {Les enfants arrivent samedi.|Nous serons {5-11}.}
B {Un gigot de sept heures : on le mange à la cuillère.|Un pâté de Pâques berrichon, avec les œufs durs dedans.|Des asperges, une belle sauce, et on est heureux.}
C {Et un nid en chocolat pour la table.|Mes petits-enfants ne pensent qu'aux œufs cachés dans le jardin.}
A {Le gigot de sept heures, cela me laisse le temps de cacher les œufs.|Merci, que d'eau à la bouche !}

@9-11
A {J'ai rapporté {un panier|deux kilos} de {cèpes|girolles|châtaignes|noix|coings} de la forêt.|La forêt a été généreuse : {cèpes|girolles|châtaignes} à ne savoir qu'en faire.}
B {Faites vérifier les champignons en pharmacie, on ne plaisante pas avec cela.|Quelle chance ! Une poêlée avec de l'ail et du persil.|Fendez bien les châtaignes, sinon gare aux explosions.}
A {Toujours, la pharmacienne me connaît bien.|La maison embaume.|Merci de l'avertissement, j'en ai une dans les rideaux...}
C {Dans les rideaux ! Vous m'avez fait rire.|Bon appétit, petit veinard.|Gardez-en à sécher sur un fil.}

A {Combien de sel ? Mon médecin m'en demande moins et tout me semble fade.|Je dois cuisiner sans sel {quelque temps|ce mois-ci}.} {Comment donner du goût ?|Des idées ?}
B {Du citron, des herbes, de l'ail, et un bon poivre moulu à la minute.|Les champignons séchés réduits en poudre, c'est un trésor.|Torréfiez les graines de {cumin|sésame} à sec, quelques secondes.}
C {Le palais s'habitue en quinze jours, tenez bon.|Un filet de vinaigre de cidre en fin de cuisson réveille tout.}
A {Quinze jours, je note sur le calendrier.|Le citron, déjà, c'est mieux.|Merci, c'est encourageant.}

A {Quel est votre petit secret pour {plat} ?|Que mettez-vous de particulier dans votre {plat} ?}
B {Un carré de chocolat noir, à la fin.|Un clou de girofle piqué dans l'oignon.|Une cuillère de moutarde à l'ancienne.|Un peu d'écorce d'orange.|Le temps. Trois heures, à tout petit feu.}
C {Une tranche de pain d'épices qui fond dans la sauce.|Un os à moelle, sans quoi rien ne va.|Rien du tout : de bons produits et la paix.}
A {Le chocolat ! Il fallait oser.|Je garde le pain d'épices.|La paix en cuisine, voilà l'ingrédient rare.}

A {J'ai retrouvé le cahier de recettes de ma {mère|grand-mère|tante}.|En rangeant, je suis <tombé|tombée> sur un cahier de recettes de {1934|1947|1952|1958}.} {Les pages sont tachées de beurre.|Il y est écrit « cuire comme d'habitude ». Me voilà <renseigné|renseignée> !|Les quantités sont en « verres » et en « noix ».}
B {Quel trésor ! Photographiez les pages, on ne sait jamais.|« Une noix », c'est à peu près trente grammes chez nous.|Ma mère écrivait « jusqu'à ce que ce soit bon ».}
C {Recopiez-le pour les petits, en grosses lettres.|Donnez-nous une recette, s'il vous plaît !}
A {Promis, la première que je réussis est pour vous.|Je vais tout recopier cet hiver.|« Jusqu'à ce que ce soit bon », c'est toute une philosophie.}
`,
);
