import { bank } from '../grammar';

export const marche = bank(
  'marche',
  {
    jour: 'jeudi|samedi|dimanche|mardi',
    lieu: "au bord de l'Erdre|le long du canal|en forêt du Gâvre|dans le vignoble|près du lac de Grand-Lieu|au bord de la Loire|dans le marais|sur la côte, vers Pornic|autour de l'île|au bois des Anges|dans la vallée du Cens|sur le chemin de halage",
    depart:
      "devant l'église|au parking du stade|à l'arrêt du tram|devant la mairie|à la gare|au pied du château d'eau|devant la boulangerie",
    oiseau:
      'un martin-pêcheur|deux hérons|une buse|un écureuil|des aigrettes|un chevreuil|trois cigognes|un ragondin et ses petits',
  },
  `
A Sortie de {jour} : {lieu}, {6-14} km, rendez-vous {depart} à {neuf heures|neuf heures et quart|neuf heures et demie|quatorze heures}. {Qui vient ?|Terrain plat, tout le monde peut suivre.|Une petite montée au milieu, on prendra son temps.}
B {J'en suis !|Compte-moi, et Michel aussi.|Présent<|e>, j'apporte le thermos.}
C {Pas cette fois, j'ai les petits.|Je viens si mon genou est d'accord.|Je peux emmener {deux|trois} personnes en voiture.}
A {Nous serons {7-16}, c'est parfait.|Noté. Prévoyez de bonnes chaussures, c'est {gras|sec|caillouteux}.|Très bien. À {jour}, et de l'eau dans les sacs !}
D {Je me joins à vous, si on ne court pas.|Y a-t-il un banc à mi-chemin ?|On rentre vers quelle heure ?}
A {On ne court jamais, tu le sais bien.|Il y en a {deux|trois}, je les ai comptés.|Vers {midi|midi et demi|dix-sept heures}.}

A {Merci pour la balade, {lieu}, c'était superbe.|Quelle belle sortie : {lieu} sous le soleil, {7-15} km et pas une ampoule.|{lieu} sous la pluie fine, et nous avons tout de même bien ri.}
B {Et {oiseau} en prime !|Mes jambes s'en souviennent, mais quel plaisir.|Merci {A} d'avoir tout organisé.}
C {J'ai mis mes photos sur https://exemple.fr/marcheurs/album-{11-98}|La pause {gâteau|café|soupe} valait le détour à elle seule.|Vivement la prochaine.}
A {Merci à vous, c'est le groupe qui fait la balade.|La prochaine, c'est {C} qui choisit.|Reposez-vous bien ce soir.}

A {Quelqu'un a-t-il trouvé un {bâton|bonnet gris|gant|étui à lunettes|foulard bleu} ? Je l'ai perdu {jour}, vers {la passerelle|le moulin|la fin du parcours}.}
B {Il est dans mon coffre, je te le rends {jour}.|Pas vu, mais j'y repasse demain, je regarderai.|Accroché à la barrière, je l'ai vu en passant !}
A {Merci, tu me sauves.|Je n'y croyais plus.|Formidable, je te dois un café.}

A {Quelles chaussures conseillez-vous ? Les miennes ont rendu l'âme.|Je cherche de bonnes chaussures, {pied large|cheville fragile|pas trop lourdes}.}
B {Essaie-les en fin d'après-midi, le pied est un peu gonflé, et prends une demi-taille de plus.|Tige haute pour la forêt, basse pour les chemins.|Le prix ne fait pas tout, c'est le talon qui doit être bien tenu.}
C {Et de bonnes chaussettes, sans couture.|Fais-les à la maison une semaine avant de partir.|Moi je ne jure que par les semelles en gel.}
A {Merci, j'y vais {samedi|mardi}.|Demi-taille en plus, je retiens.|Achetées ! Elles ont déjà fait le tour du salon.}

A {Météo de {jour} : {pluie jusqu'à dix heures puis éclaircies|vent fort|grand soleil|brouillard|averses}. {On maintient ?|Que fait-on ?}}
B {On maintient, on n'est pas en sucre.|Oui, avec la cape.|Je propose de décaler d'une heure.}
C {Je me range à l'avis du groupe.|Moi je reste au chaud, ne m'en voulez pas.|Par grand vent, évitons la forêt.}
A {On maintient, et on raccourcit si besoin.|Adopté : départ une heure plus tard.|Alors plutôt {lieu}, c'est abrité.}

A {Mon genou|Ma hanche|Mon tendon|Mon dos} fait des siennes, je ne viendrai pas {jour}. {Ne m'attendez pas.|Je suis bien <déçu|déçue>.|Repos {une semaine|quinze jours}, dit le kiné.}
B {Soigne-toi bien, le chemin ne s'envolera pas.|Rejoins-nous à la pause, en voiture, on t'apporte une part de gâteau.|Repos, et pas d'imprudence.}
C {Je marche doucement moi aussi, on fera une petite boucle tous les deux quand tu voudras.|On te racontera.|Courage, tu vas nous manquer.}
A {Venir à la pause, voilà qui me remonte le moral.|La petite boucle, avec plaisir.|Merci les amis.}

A {Je suis de retour {jour}, le kiné a dit oui !|Ça y est, j'ai le droit de remarcher : {quarante minutes|une heure|cinq kilomètres}, pas plus.}
B {Hourra !|Bonne nouvelle, on fera un parcours court exprès.|On t'attend, avec la chaise pliante au cas où.}
A {Vous êtes les meilleurs.|J'ai hâte.|La chaise pliante, quel luxe.}

A {J'ai repéré une nouvelle boucle : {lieu}, {7-13} km, {deux|trois} ponts, un lavoir et un café ouvert.|Reconnaissance faite ce matin : {lieu}. C'est {praticable|un peu boueux|magnifique}, comptez {deux heures|deux heures et demie|trois heures}.}
B {Merci d'avoir pris le temps.|Un café ouvert, voilà l'argument décisif.|Y a-t-il des escaliers ?}
A {{Douze|Vingt|Trente} marches, avec une rampe.|Aucune difficulté, sauf une barrière à ouvrir.|Le café fait aussi des crêpes...}
C {Alors je viens deux fois.|Je vote pour {jour}.|C'est parfait pour notre prochaine sortie.}

A Petit récit pour ceux qui n'étaient pas là. Nous sommes partis à {8-14}, rendez-vous {depart}, dans une brume si épaisse qu'on se suivait à la voix. Vers dix heures, le soleil a percé d'un coup au-dessus de la rivière et tout s'est mis à briller : les toiles d'araignée, les roseaux, jusqu'aux bâtons. {B} a voulu prendre une photo, a reculé d'un pas, puis d'un autre... et s'est retrouvé<B:|e> assis<B:|e> dans l'herbe mouillée, sans mal, en riant plus fort que nous tous. ¶¶À la pause, une dame est sortie de sa ferme avec une cafetière et {des noix|des pommes|une tarte}. Elle habitait là depuis {soixante|cinquante|quarante} ans et nous a montré la marque de la crue sur son mur, bien au-dessus de la porte. On est restés une heure. ¶¶Retour à {treize|quatorze} heures, crottés jusqu'aux genoux, heureux. {10-13} km au compteur, mais je crois que les plus beaux furent ceux qu'on n'a pas marchés.
B {Je confirme pour l'herbe mouillée !|Le pantalon sèche encore...}
C {Tu écris drôlement bien, {A}.|J'enrage de ne pas être <venu|venue>.|Il faut retourner voir cette dame au printemps.}

A {Qui peut m'emmener {jour} ? Ma voiture est au garage.|Il me reste {une|deux} places dans la voiture pour {jour}.}
B {Je passe te prendre à {huit heures et demie|neuf heures moins le quart}.|Moi, s'il te plaît ! Au coin de la poste ?|On peut aussi y aller en tram, il y a un arrêt tout près.}
A {Parfait, merci {B}.|Entendu, au coin de la poste.|Je préviens si ça change.}

A {On a vu {oiseau} ce matin, {lieu}.|Pour les amateurs : {oiseau} au petit matin.} {J'en étais tout<|e> ému<|e>.|Pas eu le temps de prendre la photo !}
B {Veinard<A:|e> !|J'y vais demain avec les jumelles.|Ne dites pas trop haut où c'est.}
C {Ça vaut tous les musées.|Je n'en ai vu qu'une fois, en {2009|2014|2018}.}

A {Que mettez-vous dans votre sac ?|Mon sac pèse une tonne. Qu'emportez-vous, vous ?}
B {De l'eau, une pomme, un coupe-vent, des pansements. C'est tout.|Une couverture fine, un sifflet, et du chocolat noir.|La carte, le téléphone chargé, et la petite trousse.}
C {Moi j'emporte toujours une deuxième paire de chaussettes.|Tu oublies le tire-bouchon !|Le siège pliant, ma meilleure trouvaille.}
A {J'avais un parapluie, trois livres... je vois où alléger.|Les chaussettes, bien vu.|Avec le chocolat, je suis d'accord.}

@6-9
A {Avec cette chaleur, je propose de partir à {sept heures et demie|huit heures}.|{30-36} °C {jour} : on annule, ou on marche à la fraîche ?}
B {À la fraîche, et à l'ombre.|Je vote pour sept heures et demie.|Plutôt le soir, avec un pique-nique.}
A {Très bien : départ tôt, chapeau obligatoire, deux litres d'eau chacun.|Le pique-nique du soir, adopté.|D'accord. {lieu}, tout à l'ombre.}

@12
A {Dernière sortie de l'année {jour} : petite boucle, puis vin chaud chez {B}.|Marche des bonnets rouges {jour}, {5-7} km puis galettes et jus de pomme.}
B {La porte est ouverte, apportez vos tasses.|J'ai fait {trois|quatre} gâteaux.|J'apporte l'accordéon ?}
C {Je viens pour le vin chaud, je le dis franchement.|Oh oui, l'accordéon.|Bonnet prêt.}

@3-5
A {Les jacinthes sont en fleur au sous-bois, c'est maintenant ou jamais.|Les premiers coucous fleurissent {lieu}.} {On y va {jour} ?|Je propose une sortie lente, pour regarder.}
B {Une sortie lente, c'est tout moi.|Partant<|e>.|Je prends ma flore de poche.}
C {Et on n'en cueille pas, on regarde.|Avec plaisir.|Je serai <en retard|en retard>, partez sans moi.}

A {Combien de pas pour vous cette semaine ? Moi {28-71} mille.|Bilan du mois : {4-6} sorties, {38-72} km.}
B {J'ai arrêté de compter, je marche.|{21-64} mille, dont la moitié pour courir après le chien.|Mon compteur s'est noyé.}
C {Bravo.|L'important, c'est la compagnie.|Et combien de parts de gâteau ?}
A {On ne compte pas le gâteau, voyons.|Tu as bien raison.}

A {Idée : un week-end de marche {en Brière|sur la côte|en Anjou|dans le Perche}, {au printemps|en septembre|en juin}. {Gîte de {10-18} places.|Deux nuits, pas trop cher.}}
B {Je suis pour.|Chambres à deux, et pas de ronfleurs ?|Quel budget, à peu près ?}
A {Autour de {90|110|130} euros tout compris.|On tirera les ronfleurs au sort.|Je me renseigne et je vous dis.}
C {Inscris-moi.|Je m'occupe des repas du soir, si vous voulez.|Je dois voir avec ma fille, mais j'en ai envie.}
D {Peut-on venir sans marcher les deux jours ?|Moi aussi !|Je prends la guitare.}
A {Bien sûr, chacun à son pas.|Liste ouverte : nous sommes déjà {5-9}.}

A {Qui connaît un bon exercice pour l'équilibre ?|Le kiné m'a montré un exercice : {debout sur un pied en se brossant les dents|monter sur la pointe des pieds dix fois|marcher talon contre pointe}.}
B {Je le fais en attendant que le café passe.|Avec une main sur l'évier, toujours.|On l'a fait tous ensemble {jour}, les passants riaient.}
C {Ça marche vraiment, au bout de {trois|quatre} semaines on le sent.|Je tiens {douze|vingt|trente} secondes.|À essayer, merci.}

A {Je ne connais pas le lieu de rendez-vous, {depart}, c'est bien celui près {du pont|de la pharmacie|de l'école} ?}
B {Oui, juste en face, il y a un grand tilleul.|C'est là. Cherche le chapeau rouge de {C}.|Non, l'autre ! Deux rues plus haut.}
A {Merci, je ne me perdrai pas.|Heureusement que je demande.}
C {Mon chapeau sert enfin à quelque chose.|Et si tu te perds, appelle, on attend toujours.}

A {Question : faut-il vraiment des bâtons ? {Je n'en ai jamais eu.|Ils m'encombrent.}}
B {En descente, oui, les genoux disent merci.|Loue-en un après-midi avant d'acheter.|Un seul me suffit, je garde une main pour les mûres.}
C {Règle-les à hauteur de coude.|Prends-les avec embouts en caoutchouc, pour la ville.}
A {Une main pour les mûres, c'est décidé.|Merci, j'en emprunte une paire à mon frère.}

@8-10
A {Les mûres sont mûres {lieu} ! J'en ai rapporté {un|deux} kilos.|Chemin plein de {mûres|noisettes|châtaignes} {lieu}.}
B {Prends un bâton pour attraper les hautes, ce sont les meilleures.|On fait une sortie cueillette {jour} ?|Ça sent la confiture.}
A {Sortie cueillette, oui, apportez des seaux.|Les hautes, je les laisse aux oiseaux.|Un pot pour chacun à la prochaine marche.}

A {1=Bonne nouvelle : {la passerelle est réparée|le sentier est rouvert|on a remis des bancs} {lieu}.|Attention, {le chemin est fermé|il y a des travaux|un arbre est tombé} {lieu}.}
B {Merci de prévenir.|Je change le parcours de {jour} en conséquence.|J'y passais demain, tu tombes bien.}
C {1=Alors on y retourne {jour} !|On peut contourner par le {moulin|vieux pont|grand pré}, cela ajoute {dix|vingt} minutes.}

A {Qui veut marcher demain matin, tout simplement, {une heure|une heure et demie} ?|Petite sortie improvisée cet après-midi, {lieu}, {une heure|cinq kilomètres}. Je pars {dans une heure|à quinze heures|après le café}.}
B {Moi, je mets mes chaussures.|Attends-moi, j'arrive {à vélo|en bus|avec le chien}.|Trop court comme délai, dommage !}
A {Je t'attends {depart}.|Sois tranquille, je flâne.|La prochaine fois, je préviens plus tôt.}

A {Le chien de {C} peut-il venir {jour} ?|J'amène {ma petite-fille|mon neveu|ma cousine de passage} {jour}, cela ne dérange pas ?}
B {Plus on est nombreux, mieux c'est.|Bien sûr, en laisse près des moutons.|Au contraire, on les fera parler.}
C {Il est ravi, il a déjà pris sa laisse.|Il faudra marcher à petits pas, c'est parfait pour moi.|On leur trouvera un bâton.}

A {Anniversaire de {B} {jour} : on fait une surprise à la pause ?|Chut : {jour}, on fête les {65|70|75|80} ans de {C}.}
D {J'apporte le {cidre|jus de pomme|gâteau}.|Je m'occupe des bougies, même par grand vent.|Tout le monde sait tout, dans ce groupe !}
A {Rendez-vous un quart d'heure avant, {depart}.|Discrétion absolue.|Merci, ce sera une belle pause.}

A {{1=Ampoule au talon hier, que mettez-vous dessus ?|Crampes la nuit après la sortie de {jour}. Ça vous arrive ?|Mes lacets se défont sans arrêt, ça me rend <fou|folle>.}}
B {1=Un pansement épais, et repos {deux|trois} jours.|Étirements le soir, et boire davantage en marchant.|Un double nœud croisé, je te montre {jour}.}
C {1=Change de chaussettes à mi-parcours.|Ma grand-mère mettait un savon dans le lit, allez savoir.|Ou bien des lacets plats, ils tiennent mieux.}
A {1=Merci, ça va déjà mieux.|Le savon dans le lit, il fallait oser.|Leçon de nœuds {jour}, j'y compte.}

A {1=Quel nom pour notre groupe ? On nous en demande un pour {le forum|la mairie|le journal}.|Un foulard du groupe, de quelle couleur ?}
B {1={« Les semelles légères ».|« Les jeudis crottés ».|« Doucement mais sûrement ».}|{Vert, comme ça on ne voit pas l'herbe.|Bleu, tout simplement.}}
C {1={« Pause gâteau », c'est plus honnête.|Je vote comme {B}.}|{Orange, qu'on nous voie de loin.|Je vote comme {B}.}}
A {On tranchera {jour} au premier banc.|J'ai ri. C'est noté.|Adopté à l'unanimité moins un.}

A {1=On me dit qu'il existe un livret des sentiers autour de Nantes. Quelqu'un l'a ?|{Où trouves-tu tes parcours, {B} ?|{B}, carte en papier ou téléphone ?}}
B {1=À l'office de tourisme, il coûte {trois|cinq|sept} euros.|{Carte au vingt-cinq millième, et le nez au vent.|Le téléphone en poche, la carte à la main.}}
C {1=Le mien est annoté de partout, je te le prête.|{J'ai mis le dernier tracé ici : https://exemple.fr/marcheurs/trace-{11-98}|On s'est perdus quand même, la dernière fois !}}
A {1=Merci, je le prends {jour}.|{Se perdre, c'est marcher deux fois.|Je vais m'y mettre, c'est joli une carte.}}

@4-9
A {{B}, quel était le nom de cette plante que tu nous as montrée {jour} ?|Cette petite fleur au bord du chemin {jour}, {B}, comment s'appelle-t-elle déjà ?}
B {La {stellaire|ficaire|cardamine|alliaire|lamier pourpre|compagnon blanc}, elle pousse sur les talus.|Je l'ai notée, mais où ai-je mis le carnet ?|De la {reine-des-prés|saponaire|tanaisie}. Ma grand-mère en mettait partout.}
A {Merci, ça m'est revenu sous la douche.|Tu es notre encyclopédie.|Je la dessine dans mon cahier.}
`,
);
