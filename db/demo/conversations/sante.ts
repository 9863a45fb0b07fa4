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
`,
);
