import { bank } from '../grammar';

export const cafe = bank(
  'cafe',
  {
    jour: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
    ville: 'Tours|Nantes|Dijon|Bayonne|Colmar|Vannes|Limoges|Bourges|Valence|Pau|Reims|Niort|Brest|Metz|Cahors',
    bete: 'le chat|le vieux chien|le canari|le chien de ma fille|le matou du voisin',
    sortie:
      'au musée|au marché|au cinéma|à la médiathèque|chez le coiffeur|au jardin public|à la piscine|au théâtre|à la brocante',
    occupation:
      'trier les photos|repasser en musique|ranger le grenier|écrire à mon frère|faire des crêpes|laver les vitres|finir mon puzzle|ne rien faire du tout',
  },
  `
@matin
A {Café servi, qui en prend une tasse ?|Premier debout ? Le café est chaud.|Bonjour la compagnie ! Café, thé ou chicorée ?|Debout depuis {cinq|six} heures, le café est déjà le deuxième.}
B {Thé pour moi, avec un nuage de lait.|Café noir, sans sucre, et le journal s'il te plaît.|Chicorée, comme chez ma mère.|Un grand bol, et des tartines.}
C {J'arrive avec des {croissants|madeleines|tartines beurrées|brioches}.|Encore en robe de chambre, mais présent<|e> !|Une minute, {bete} réclame d'abord.}
A {Alors installez-vous. Quel programme aujourd'hui ?|La table est mise.|On t'attend, {C}.}
B {{sortie} cet après-midi, si le temps tient.|Au programme : {occupation}.|Rendez-vous {chez le dentiste|à la banque|au garage}, souhaite-moi bon courage.}

@matin
A Programme du jour : {occupation}, puis {occupation2}. Et vous ?
B {De mon côté, {occupation3}.|{sortie}, avec une amie.|Petits-enfants toute la journée, priez pour moi.}
C {Journée tranquille, je l'ai bien méritée.|Moi je vais {sortie}, cela me changera les idées.}

A {Question du jour : {quel objet n'arrivez-vous pas à jeter|quelle odeur vous ramène à l'enfance|quel bruit aimez-vous entendre|quel est votre plus vieux souvenir de maison|qu'emporteriez-vous sur une île} ?}
B {Sans hésiter : {la pluie sur la verrière|le foin coupé|une lettre de ma mère|mon premier vélo, le rouge|la cafetière du dimanche|la voix de ma grand-mère dans l'escalier}.|Oh là, il faut que je réfléchisse... {la boîte à boutons de ma grand-mère|le moulin à café|la craie et l'encre violette|un accordéon}.}
C {Pour moi, {un petit train en bois|le clocher du village|le pain qui sort du four|une boîte à musique|la mer un matin de mars|le rire de mes filles}.}
D {Vous me faites voyager, c'est bien agréable.|J'aime vos réponses. La mienne : {le moulin de mon oncle|un harmonica|l'encaustique|une bille en verre bleu}.|Belle question, je la pose à table ce soir.}

A {Petit bonheur du jour : |Mon petit bonheur : |}{un inconnu m'a tenu la porte et souhaité bonne journée.|le facteur m'a apporté une vraie lettre.|{bete} s'est endormi sur mes genoux.|j'ai retrouvé mes lunettes, elles étaient sur mon nez.|un rayon de soleil sur la table de la cuisine.|mon petit-fils m'a appelé juste pour parler.|la boulangère se souvient de mon prénom.|j'ai fini mon puzzle de mille pièces.|un rouge-gorge sur le rebord de la fenêtre.|j'ai monté les {trois|quatre} étages sans m'arrêter.}
B {Merci de le partager.|Voilà qui met de bonne humeur.|C'est de cela qu'est faite une belle journée.}
C {Le mien : {du pain encore chaud|une place assise dans le bus|un appel de ma sœur|le premier lilas|une grasse matinée}.|Moi, c'est de vous lire.}

A {bete} {a encore dormi sur mon clavier|a renversé mon café sur le journal|a volé une tranche de jambon|s'est caché dans l'armoire toute la matinée|me regarde comme si je lui devais de l'argent}. {Je ne suis plus chez moi.|Et pas un remords !|On se demande qui commande ici.}
B {C'est {bete} qui commande, il faut l'accepter.|La mienne fait pareil, avec un air d'innocence.|On voudrait se fâcher, mais on n'y arrive pas.}
C {Raconte encore, cela me fait rire.|Il te faut un deuxième fauteuil.|Comme je te comprends !}

A {Qui a regardé {le documentaire sur les {loups|abeilles|phares|canaux}|le concours de chant|la vieille comédie d'hier|le concert} hier soir ?|J'ai vu hier un beau documentaire sur {les phares|les bergers|les facteurs de montagne|les horlogers}.}
B {Oui ! Je me suis couché<|e> à minuit passé.|Je me suis endormi<|e> au milieu, raconte-moi la fin.|Superbe, surtout {les images|la musique|le vieux monsieur qui racontait}.}
C {Chez nous c'était les cartes.|On peut encore le revoir ? Je l'ai manqué.}
A {Il repasse {{jour}|en fin de semaine}.|La fin est douce, tu n'as rien perdu.}

A {Petite annonce : je donne {une bicyclette d'enfant|un fauteuil en rotin|des bocaux|une machine à coudre|un lit pliant|des livres de poche|un service à café}, à venir chercher à {ville}.}
B {Je passe le mot à ma nièce.|C'est trop loin pour moi, hélas.|Est-ce encore disponible ?}
A {Oui, tout est encore là.|C'est réservé depuis ce matin, mais je te garde en second.|Merci de passer le mot.}

A {Je reviens de {ville}, {ma sœur y fêtait ses {60-80} ans|j'y suis allé<|e> pour un mariage|pour les {noces d'or|noces de diamant} de mes cousins}. {On a dansé jusqu'à {deux|trois} heures.|Que de cousins dont j'ai oublié les noms !|Le discours du petit dernier a fait pleurer toute la salle.}}
B {Tu as de l'énergie à revendre !|Quelle belle fête, cela fait plaisir.|Et les pieds, ce matin ?}
A {En compote, mais le cœur léger.|Je dors depuis deux jours.|Des souvenirs pour longtemps.}

A {Ma chaudière|Ma machine à laver|Mon volet roulant|Mon ascenseur} est en panne depuis {jour}. {J'attends le réparateur « entre huit heures et dix-huit heures ».|Quelqu'un a-t-il de la patience à prêter ?}
B {Ils passent toujours quand on descend la poubelle.|Courage ! Demande-leur de t'appeler une heure avant.|Chez moi cela a duré {une|deux} semaines.}
A {Il est passé, c'était un fil.|Réparée ! Vingt minutes de travail.|Toujours rien, je campe près de la porte.}

A {Devinette : {qu'est-ce qui a des dents et ne mord pas ?|plus j'ai de gardiens, moins je suis gardé. Qui suis-je ?|je monte et je descends sans bouger. Qui suis-je ?|qu'est-ce qui est à toi, mais que les autres utilisent plus que toi ?|plus il y en a, moins on voit. Qu'est-ce ?}}
B {Je donne ma langue {au chat|à {bete}}.|J'ai une idée, mais je laisse chercher.|Attends, je la connais...}
C {Un peigne ? Un secret ? Un escalier ?|Mon prénom ! Ou bien le brouillard.|C'est facile, mon petit-fils me l'a posée.}
A {Bravo, bien trouvé !|Tu y es presque.|Réponse ce soir, pas avant !}

@9
A {C'est la rentrée : {gym le {jour}, chorale le {jour2}|aquarelle le {jour} et marche le {jour2}|anglais le {jour}}. Je suis plus <occupé|occupée> qu'avant.}
B {Pareil, il faudrait des semaines de huit jours.|Les retraités n'ont jamais le temps, c'est bien connu.}
C {Moi j'ai dit non à tout, cette année je flâne.|J'ai repris l'anglais. « My tailor », etc.}

@7-8
A {La maison est pleine : {5-11} personnes pour {huit|dix|quinze} jours.|Les petits sont arrivés hier.} {Je lance {deux|trois} machines par jour.|Le frigo se vide à vue d'œil.} {Je vous embrasse entre deux tartines.|Mais quel bonheur.}
B {Profite, c'est si court.|Je viens de vivre la même chose, j'en ai dormi {trois|deux} jours.|Mets-les à l'épluchage !}
A {Ils épluchent, ils épluchent... il reste peu de carottes.|Tu as raison, je savoure.|Ils mettent la table, c'est déjà cela.}

@8/20-9/5
A {Le silence dans la maison ce matin... ils sont repartis.|Tout le monde est reparti hier.} {J'ai retrouvé {une chaussette|un doudou|deux voitures} sous le canapé.|Le calme est presque trop calme.}
B {C'est toujours un petit vide.|On est content<|e> de les voir venir, et content<|e> de souffler.|Repose-toi bien.}

A {Brocante de {ville} dimanche : j'y ai trouvé {une cafetière émaillée|un moulin à poivre|un plat de 1900|des boutons de nacre|une carte postale de mon village} pour {2-15} euros.}
B {Tu as l'œil !|On veut voir la photo.|J'ai la même chez moi.}
C {Attention, c'est une maladie sans remède.|Moi j'y vends, cela revient au même : je rachète.}

A {J'ai fait le tri dans {les photos|les armoires|la bibliothèque|les tiroirs} : {trois|quatre|cinq} cartons. {Le plus dur est de jeter.|Je suis <tombé|tombée> sur des merveilles.}}
B {Garde une boîte « souvenirs », une seule, et tiens-t'y.|Prends en photo ce que tu ne gardes pas.|Bravo, moi je déplace les piles.}
A {« Je déplace les piles »... c'est tout à fait cela.|Une seule boîte, mais grande.|La photo, bonne idée.}

A {Combien de temps pour {me répondre à la mairie|avoir un rendez-vous chez l'ophtalmo|refaire une carte d'identité} chez vous ? {Ici, {trois|quatre|cinq} mois.|Je désespère un peu.}}
B {Appelle le matin à {huit heures|huit heures et demie}, il y a parfois des désistements.|Dans la petite ville d'à côté, c'est bien plus rapide.|Pareil ici, patience.}
A {Rendez-vous obtenu pour {jour} ! Merci.|J'essaierai la ville d'à côté.}

A {J'ai appris un mot ce matin : « {procrastiner|s'acagnarder|lambiner|musarder|chafouin|guilleret|cancaner|goguenard} ».|Mot du jour : « {billevesée|coquecigrue|carabistouille|turlupiner|ribambelle|dégingandé} ».} {Qui me fait une phrase ?|Je le trouve délicieux.}
B {Je {lambine|musarde} donc je suis.|Que de {billevesées|carabistouilles} dans ce salon, et c'est tant mieux.|Mon grand-père le disait tout le temps.}
C {Adopté.|Je le place à table ce midi, on verra leur tête.|Un de plus pour les mots croisés !}

A {Je vous raconte : hier, dans le bus, un jeune homme se lève pour me laisser sa place. Je refuse, il insiste, je refuse encore, et pendant ce temps une troisième personne s'assied ! Nous avons ri tous les deux jusqu'à {la gare|la mairie|l'hôpital|la place du marché}. Il s'appelle {Bastien|Kylian|Mehdi|Hugo}, il apprend la {menuiserie|cuisine|mécanique}, et il m'a montré sur son téléphone le {tabouret|gâteau|moteur} qu'il vient de terminer. Je lui ai souhaité bonne chance pour son examen de {jour}. Voilà, c'était un trajet de {douze|quinze|vingt} minutes et il a éclairé ma journée.|Il faut que je vous raconte mon {jour} : je sors {sortie}, je ferme la porte, et les clés restent à l'intérieur. La voisine me prête son téléphone, ma fille ne répond pas, mon gendre non plus. Au bout d'une heure, le petit du {deuxième|troisième} descend, regarde la porte, et me dit : « Mais elle n'est pas fermée, madame, elle est juste dure. » Il a poussé. J'ai offert le goûter à tout l'étage.}
B {Quelle jolie histoire !|J'ai ri tout haut, merci.|Comme quoi il ne faut pas désespérer.}
C {Tu racontes bien.|Ça me rappelle la fois où j'ai cherché ma voiture une heure... j'étais venu<|e> à pied.|Encore une !}

A {Quel temps chez vous ? {Ici c'est {la pluie|le vent|le brouillard|grand bleu}.|À {ville}, on a eu un arc-en-ciel double.}}
B {{grand soleil|gris|crachin|pluie fine|ciel bleu pâle} à {ville2}.|Un temps à {occupation}.|Du vent, les volets dansent.}
C {{gris|ciel changeant|doux|frisquet} ici, mais le moral est bon.|Peu importe, on est au chaud.}

A {Je suis <passé|passée> à {la radio locale|la chorale de l'école|l'atelier mémoire|la gym douce} ce matin. {Très sympathique.|J'y retourne {jour}.|Je recommande.}}
B {Bravo d'avoir poussé la porte.|Raconte !|C'est loin de chez toi ?}
A {Dix minutes à pied, pas d'excuse.|On a surtout beaucoup ri.|J'avais le trac, et puis non.}

@soir
A {Tisane pour tout le monde ? {Tilleul|Verveine|Camomille}, c'est moi qui offre.|La journée est finie, on range les tasses.}
B {Verveine, merci.|Avec un carré de chocolat, alors.|Je passe, sinon je me lève trois fois !}
C {Belle soirée à vous tous.|Bonne soirée, à demain pour le café.|Douce nuit.}

A {Jeu : trouvez un mot qui rime avec « {citrouille|parapluie|trombone|marmelade|réverbère|libellule} ».}
B {{Grenouille|Mirabelle|Promenade|Mystère|Crépuscule|Mélodie|Téléphone} !|Trop facile : {quenouille|insomnie|saxophone|limonade|dromadaire|campanule}.}
C {{Patrouille|Harmonie|Gramophone|Salade|Primevère|Tarentule}, et je ne triche pas.|Je cherche encore, le café refroidit.}
A {Bien joué ! À vous de proposer.|Recalé<C:|e>, mais avec les félicitations.|Un point chacun.}

A {Ma voisine de {86-97} ans {apprend l'italien|s'est mise à la tablette|chante dans son escalier|vient de publier ses poèmes}. Elle m'épate.}
B {Quelle leçon !|Transmets-lui notre admiration.|Il n'y a pas d'heure pour commencer.}
C {Et moi qui me trouvais des excuses...|J'aimerais la rencontrer.}

A {Une bonne adresse à {ville} pour {déjeuner simplement|dormir une nuit|voir de jolis jardins} ? J'y passe {jour}.}
B {Près des halles, il y a de petites tables très gentilles.|Va voir le jardin des plantes, et il y a des bancs partout.|Ma cousine y habite, je lui demande.}
A {Merci, je note dans mon carnet.|Tu es un ange.}

A {Aïe, j'ai {cassé mes lunettes|perdu mon carnet d'adresses|oublié mon parapluie dans le train|fait tomber mon téléphone dans l'évier}. {Ce n'est pas mon jour.|Je m'en veux.}}
B {Ce ne sont que des choses, {A}.|Mets le téléphone au sec, éteint, deux jours entiers.|Appelle les objets trouvés, on a de bonnes surprises.}
A {Retrouvé{, tout au fond du sac| chez le boulanger|, à la gare} !|Merci, je respire.}

A {J'ai {deux|trois} places pour {le concert|la pièce|la projection} de {jour}, ma cousine s'est désistée. Qui en veut ?|Je cherche quelqu'un pour m'accompagner {sortie} {jour}.}
B {Si j'étais plus près, je courais !|Dis-moi l'heure, je regarde.|C'est gentil, {jour} je garde les petits.}
A {À {quinze|dix-sept|vingt} heures, {devant l'entrée|près des marches}.|La prochaine fois, alors.}

A {J'ai fait du rangement {dans mon téléphone|dans la cave|dans mes vieux papiers} et j'ai retrouvé {une photo de classe de {1958|1962|1966}|mon carnet de notes|des lettres d'une correspondante {anglaise|allemande}|mon permis rose}.}
B {Alors, étais-tu bon élève ?|On reconnaît quelqu'un ?|Les cols, les coiffures... c'était quelque chose.}
A {« Bavard<|e>, peut mieux faire ». Rien n'a changé.|Je suis au {premier|deuxième|dernier} rang, la frange de travers.|J'ai bien envie de lui réécrire.}
C {Écris-lui, on ne sait jamais !|Le mien disait « rêveur ». Je n'ai pas bougé non plus.|Que de souvenirs d'un coup.}

A {Ce midi, chez moi : {soupe|gratin|omelette|petit salé|riz au lait|tarte aux poireaux}. Et chez vous ?|Que mangez-vous ce soir ? Je n'ai aucune idée.}
B {{Œufs mollets et épinards|Restes d'hier|Crêpes|Poisson du {marché|vendredi}|Salade et fromage}.|Ce qu'il y a dans le frigo, c'est la surprise.|Tartines et soupe, c'est royal.}
C {Je m'invite chez {B}.|Chez moi {un bon potage|des pâtes au beurre|une potée}, comme tous les {jour}s.|On devrait se faire une grande tablée.}

A {Dites, le {mercredi|samedi}, vous aussi vous entendez la sirène à midi ?|Il y a un nouveau {boulanger|fromager|libraire} dans ma rue. {Très bon.|Trop tôt pour juger.}|On a coupé le grand {tilleul|platane|marronnier} de la place, j'en suis tout<|e> retourné<|e>.}
B {Ah, cela change la vie d'un quartier.|Ici c'est {le café|la poste|la quincaillerie} qui a fermé.|J'y penserai en passant par chez toi.}
C {Il faut lui laisser sa chance.|Tout change, sauf nous.|Raconte-nous dans un mois.}

A {Mes voisins du dessus {déménagent|apprennent la trompette|ont eu des jumeaux|font des travaux}. {Je n'ai pas fermé l'œil.|C'est de la vie, après tout.|Je leur ai porté un gâteau.}}
B {Un gâteau, c'est la meilleure des diplomaties.|Des bouchons d'oreilles, et de la patience.|Tu verras, tu t'y attacheras.}
A {Ils m'ont rapporté l'assiette avec des {dattes|cookies|fleurs}.|C'est déjà fait, ils sont charmants.|La trompette fait des progrès.}
C {Voilà comment naissent les amitiés.|Tu as de la chance.|Ma trompette à moi, c'était le fils du boucher.}

A {Vu du tram ce matin : {un monsieur en habit avec un tuba|une mariée à vélo|deux dames qui riaient aux larmes|un enfant qui expliquait la lune à sa mère}.|Entendu à la boulangerie : « {une baguette pas trop cuite, comme mon mari|je suis pressée, mais j'ai le temps|mettez-m'en une qui a bon caractère} ».}
B {Je note, c'est digne d'un roman.|J'adore ces petites choses.|Tu as l'oreille !}
C {Le monde est bien drôle quand on le regarde.|Merci pour le sourire de ce {matin|jour}.}

A {Mon {coiffeur|dentiste|kiné|facteur} part à la retraite. {Quarante ans qu'il me connaît.|À qui vais-je raconter mes histoires ?}}
B {À nous, bien sûr !|C'est une page qui se tourne.|Tu lui offres quelque chose ?}
A {Un livre, et une tarte.|Heureusement que vous êtes là.|On a promis de s'écrire.}

A {Cette nuit j'ai rêvé {que je passais le certificat d'études|que je volais au-dessus de {ville}|de ma vieille deux-chevaux|que le Premier ministre venait déjeuner}. {Réveil difficile.|Je riais tout<|e> seul<|e>.}}
B {Et qu'y avait-il à manger ?|Tu l'as eu, au moins ?|C'est ce qu'on appelle voyager léger.}
A {De la {blanquette|soupe}, évidemment.|Recalé<|e>, en calcul, comme en vrai.|Le réveil a sonné avant la fin.}

@11-2
A {Le feu est allumé, {bete} dort devant, et je n'ai envie de rien d'autre.|Journée plaid et soupe.} {Vous aussi ?|Qui me rejoint ?}
B {J'arrive avec mon tricot.|Pareil, avec les mots croisés.|Moi je pars marcher, il faut bien que quelqu'un se dévoue.}
C {Gardez-moi la place près du feu.|La soupe est à quoi ?}
A {Au {potiron|cresson|chou|vermicelle}, comme autrefois.|Il y a de la place pour tout le monde.}

A {On m'a demandé mon secret pour {garder le moral|rester en forme|avoir de bons amis}. J'ai répondu : « {le café du matin avec vous|une sieste et un fou rire par jour|ne jamais dire non à un gâteau} ».}
B {C'est la vérité vraie.|Je signe.|Tu aurais pu faire médecin.}
C {Et un peu de mauvaise foi, ça conserve.|Je le note sur la porte du frigo.}
`,
);
