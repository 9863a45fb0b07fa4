import { bank } from '../grammar';

export const sante = bank(
  'sante',
  {
    sport:
      "l'aquagym|la gym douce|le yoga sur chaise|le taï-chi|la marche nordique|le vélo d'appartement|la danse|les étirements|la natation",
    mal: 'dos|genou|épaule|nuque|hanche|poignet',
    jour: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
    ville: 'Tours|Nantes|Dijon|Bayonne|Colmar|Vannes|Limoges|Bourges',
  },
  `
A {Qui pratique {sport} ? J'hésite à m'inscrire.|On m'a conseillé {sport}.} {J'ai peur d'être <le plus raide|la plus raide>.|Je n'ai pas fait de sport depuis {dix|vingt|trente} ans.|Est-ce qu'on s'y amuse ?}
B {J'ai commencé à {62-78} ans, et je ne manque plus une séance.|Chacun à sa mesure, personne ne regarde personne.|On y rit beaucoup, c'est presque le plus important.}
C {Demandez une séance d'essai.|Parlez-en d'abord à votre médecin, il vous dira ce qui vous convient.|Le plus dur est de chausser ses baskets.}
A {Essai {jour}. Je vous raconte.|J'en parle au médecin à la prochaine visite.|Les baskets sont près de la porte.}

A {Alors, cette séance : {sport}, c'était très bien !|J'ai essayé {sport} {jour}.} {Nous étions {7-18}, de {55|58|60} à {84|87|89} ans.|Je me suis découvert des muscles oubliés.|La professeure est d'une patience d'ange.}
B {Bravo ! Courbatures ?|Vous voyez bien.|Vous y retournez ?}
A {Courbatures, oui, même aux sourcils.|Inscrit<|e> pour le trimestre.|Dès {jour}, avec une voisine.}
C {Les sourcils ! C'est qu'on a bien ri.|Vous me donnez envie.}

A {Le sommeil et moi, nous ne sommes plus amis.|Je me réveille à {trois|quatre} heures toutes les nuits.} {Qu'est-ce qui vous aide ?|Que faites-vous quand cela vous arrive ?}
B {Je me lève, je lis vingt minutes dans un fauteuil, puis je me recouche.|Une chambre fraîche, et plus d'écran après vingt et une heures.|Je récite des poèmes dans ma tête, j'arrive rarement au bout.}
C {Parlez-en à votre médecin si cela dure.|Une promenade l'après-midi, même courte, c'est ce qui me réussit.|J'ai raccourci la sieste à vingt minutes, et cela va mieux.}
A {La sieste, je dois la raccourcir, c'est sûr.|Les poèmes, quelle bonne idée.|Merci, rien que d'en parler...}

A {Trois bonnes nuits de suite, merci pour vos conseils !|La sieste courte et la chambre fraîche : cela va mieux.}
B {Voilà une bonne nouvelle.|Continuez.}
C {Je vais m'y mettre aussi.|Dormez bien ce soir encore.}

A {Comment soulager {un dos raide|une nuque raide|des mains raides} le matin ?|Mon {mal} me réveille le matin.} {Je cherche des gestes simples.|La chaleur me fait du bien, et vous ?}
B {Dix minutes d'étirements au lit, avant même de poser le pied.|Une bouillotte, et je bouge doucement.|Le kiné m'a montré des mouvements, demandez au vôtre.}
C {L'eau tiède, c'est merveilleux.|Chez moi c'était l'oreiller, tout simplement.|N'attendez pas pour consulter si cela persiste.}
A {L'oreiller, je n'y avais jamais pensé.|J'ai rendez-vous {jour}, je vous dirai.|Dix minutes au lit, cela me plaît !}

A {Défi de la semaine : {monter un étage à pied chaque jour|boire un grand verre d'eau le matin|tenir sur un pied pendant que le thé infuse|dix minutes dehors, quel que soit le temps|une heure sans s'asseoir}. Qui me suit ?}
B {Moi !|Je commence demain, c'est juré.|C'est déjà fait aujourd'hui.}
C {Je suis, doucement mais sûrement.|Avec une main sur la rampe.|Et la médaille ?}
A {Nous sommes {trois|quatre|cinq}, bravo.|La médaille est en chocolat.|Bilan {jour} !}

A {Bilan du défi : {cinq|six|sept} jours sur sept !|J'ai manqué {un|deux} jours au défi, mais je repars.} {Et vous ?|Ce n'est pas si difficile.}
B {{Quatre|Cinq|Six} sur sept, honorable.|Réussi, même dimanche.|J'ai oublié {jour}, je fais pénitence.}
C {Bravo à nous.|On choisit le prochain ?|Je préférais le chocolat.}

A {Mes lunettes ne me vont plus.|J'entends mal au restaurant, tout se mélange.|Premiers appareils auditifs, j'ai du mal à m'y faire.} {Est-ce le cas pour vous ?|Combien de temps pour s'habituer ?}
B {Comptez {un|deux|trois} mois, et portez-les tous les jours.|Choisissez la table du coin, dos au mur.|Retournez voir l'opticien, un réglage suffit parfois.}
C {J'entends de nouveau les oiseaux. Rien que pour cela...|Mes petits-enfants articulent mieux depuis que je leur ai expliqué.|On s'y fait, vraiment.}
A {Les oiseaux, ce matin, oui !|Merci, je tiens bon.|Rendez-vous pris.}

A {Je sors de {l'hôpital|la clinique}, tout s'est bien passé.|Opération de la cataracte {jour} : je revois les couleurs !} {Merci pour vos messages.|Quel soulagement.}
B {Quelle bonne nouvelle, reposez-vous.|Nous pensions à vous.|Le bleu est plus bleu, n'est-ce pas ?}
C {Pas d'imprudence surtout.|Prenez le temps.}
A {Promis, repos et lecture.|Le bleu, oui, et la poussière aussi, hélas !|Vous êtes adorables.}

A {Petits plats qui font du bien : qu'est-ce qui vous réussit le soir ?|Je digère mal quand je dîne tard.} {Soupe et yaourt, c'est un peu triste.|Je cherche des idées légères.}
B {Un œuf mollet sur des légumes tièdes.|Dîner à dix-neuf heures et une petite promenade.|Un velouté différent chaque soir, avec des graines grillées.}
C {Et on mange à table, pas devant la télévision.|Un fruit cuit avec de la cannelle.}
A {Les graines grillées, cela change tout.|La promenade digestive, je veux bien.}

A {Gymnastique de la mémoire : qui s'entraîne ?|Je cherche mes mots, parfois.} {Je fais {des mots fléchés|un poème par semaine|du calcul mental}.|On m'a parlé d'un atelier à {ville}.}
B {J'apprends une chanson par mois.|L'atelier est très bien, on s'y fait des amis.|Cela m'arrive depuis mes trente ans, alors...}
C {Si cela vous inquiète, parlez-en au médecin, on est souvent rassuré.|Les listes de courses, je les apprends par cœur et je ne triche pas.|Rire, marcher et voir du monde, voilà mon programme.}
A {Inscrit<|e> pour {jour}.|J'ai oublié trois articles sur douze, c'est un début !|Votre programme me va.}

A {Quelqu'un connaît-il un bon exercice de respiration ?|J'ai le souffle court quand je m'inquiète.}
B {Inspirez sur quatre temps, soufflez sur six, cinq minutes.|Je pose une main sur le ventre, et j'attends qu'elle monte.|Chantez ! On respire sans y penser.}
A {Je viens d'essayer, je me sens plus calme.|Merci, c'est simple et doux.|Je chante, tant pis pour le voisin.}

@10-12
A {Vaccin contre la grippe fait ce matin{, à peine senti|, chez la pharmacienne}.|Qui a déjà vu son médecin pour les vaccins d'automne ?}
B {Rendez-vous {jour}.|Fait aussi, avec une glace en récompense, comme à cinq ans.|Je demande conseil à mon médecin la semaine prochaine.}
A {La glace, quelle bonne idée.|Très bien.}

@6-8
A {Avec la chaleur, comment bougez-vous ?|{32-38} °C : {sport} attendra.} {Je reste les volets fermés.|Je marche à six heures du matin.}
B {Piscine de {ville}, créneau du matin, presque personne.|Étirements devant le ventilateur.|Les pieds dans une bassine, c'est un sport aussi.}
C {Buvez avant d'avoir soif.|Et prenez des nouvelles des voisins.}

A {Mon kiné dit toujours : « {le mouvement est un repas|ce qui ne sert pas rouille|doucement, mais tous les jours|le meilleur exercice est celui qu'on fait} ».}
B {Il a raison.|Je l'écris sur le miroir.|Le mien compte à l'envers, cela passe plus vite.}
C {J'aime cette phrase.|Sage homme.}

A {Qui fait une sieste ? {Vingt minutes|Une demi-heure} chez moi, et le chien aussi.|Êtes-vous du matin ou du soir ?|Comment commencez-vous la journée ? Moi, {un verre d'eau tiède|trois étirements|la radio et un bon café}.}
B {Du matin, sans hésiter. À vingt-deux heures je dors debout.|Assis dans le fauteuil, les pieds sur le tabouret.|Dix minutes à la fenêtre, été comme hiver.}
C {Chacun son horloge.|Moi c'est la toilette du chat qui me sert d'exemple : on s'étire d'abord.|J'essaie demain.}

A {J'ai acheté {un ballon de gymnastique|des élastiques|un petit pédalier|des haltères d'un kilo}. {Par quoi commencer ?|Il me regarde depuis le coin du salon.}}
B {Cinq minutes, assis, devant les informations.|Demandez au kiné deux exercices, pas plus.|Posez-le là où vous passez dix fois par jour.}
C {Le mien sert de porte-manteau, j'avoue.|Tout doucement la première semaine.}
A {Cinq minutes par jour depuis {jour}, je tiens.|Deux exercices, c'est raisonnable.|Le porte-manteau, j'ai bien ri.}

A {Je marche {trente|quarante} minutes par jour depuis {deux|trois|quatre} semaines. {Je dors mieux.|L'escalier me semble plus court.}|J'ai repris {sport} après {six mois|un an|l'hiver}. {Quel bonheur.|Doucement, mais sûrement.}}
B {Bravo, la régularité paie.|Vous êtes un exemple.|Comment avez-vous trouvé le courage, les jours de pluie ?}
A {Avec une amie, on n'ose pas se décommander.|Un bon imperméable et la promesse d'un thé.}
C {Le rendez-vous à deux, c'est le secret.|Je cherche justement une voisine de marche.}

A {Prise de sang demain à jeun, je déteste cela.|Visite chez {le dentiste|l'ophtalmologiste|le cardiologue} {jour}. {Je prépare mes questions.|J'ai toujours un peu peur.}}
B {Écrivez vos questions sur un papier, on oublie tout devant la blouse.|Pensez au petit déjeuner d'après.|Emmenez quelqu'un, quatre oreilles valent mieux que deux.}
A {Quatre oreilles, ma sœur m'accompagne.|Tout va bien, j'ai fêté cela avec un croissant.|Liste prête, merci.}
C {Un croissant bien mérité.|Tant mieux !}

A {Les pieds ! Personne n'en parle. {Les miens se plaignent.|Où trouvez-vous des chaussures larges ?}|Mes mains sont toujours froides. {Et vous ?|Que faites-vous ?}}
B {Un rendez-vous chez le pédicure, tous les deux mois, c'est une fête.|Des mitaines à la maison, je n'ai pas honte.|Un bain de pieds tiède devant un bon film.}
C {Rouler une balle sous la plante, assis. Délicieux.|Un bol de thé entre les mains, toujours.}
A {La balle, quelle merveille.|Le bain de pieds, ce soir.|Mitaines adoptées.}

A {Rire est un sport : qu'est-ce qui vous a fait rire {cette semaine|aujourd'hui} ?|La professeure nous a fait {marcher comme des cigognes|rire pour de faux, puis pour de vrai|danser avec des foulards} {jour}.}
B {Mon petit-fils qui imitait ma façon de chercher mes clés.|On devait avoir l'air malin !|Une vieille comédie, pour la {dixième|vingtième} fois.}
C {Cela vaut une heure de gymnastique.|J'aurais voulu voir cela.}
`,
);
