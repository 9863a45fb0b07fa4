import { bank } from '../grammar';

export const numerique = bank(
  'numerique',
  {
    appareil: 'ma tablette|mon téléphone|mon ordinateur|mon imprimante',
    jour: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
    proche: 'mon petit-fils|ma petite-fille|mon gendre|ma fille|mon neveu|ma voisine du dessus',
    site: "la banque|la mutuelle|les impôts|la médiathèque|la retraite|le laboratoire d'analyses|la compagnie d'électricité",
    ville: 'Tours|Nantes|Dijon|Bayonne|Colmar|Vannes|Limoges|Bourges|Valence|Pau',
  },
  `
A {J'ai encore oublié mon mot de passe pour {site}.|Mot de passe refusé pour {site}, {deux|trois} fois de suite.} {Comment faites-vous pour les retenir ?|Je n'ose plus essayer.|J'en ai {quinze|vingt|trente}, écrits partout.}
B {Cliquez sur « mot de passe oublié », ils vous envoient un lien. Rien n'est perdu.|Respirez : le lien « mot de passe oublié » est là pour cela, il sert tous les jours.|Vérifiez d'abord que les majuscules ne sont pas bloquées, cela m'arrive une fois sur deux.}
C {Un petit carnet rangé à la maison, jamais dans le sac. Cela vaut bien des systèmes.|Moi j'ai pris un gestionnaire de mots de passe, {proche} m'a aidé<|e> : un seul à retenir.|Trois mots sans rapport, avec un chiffre : on s'en souvient en se faisant une image.}
A {J'ai reçu le lien, tout est rentré dans l'ordre.|C'étaient les majuscules !|Le carnet à la maison, adopté. Merci.}

A {J'ai reçu un message : « votre colis est bloqué, payez {1|2|3} euros ».|Message de « ma banque » ce matin, avec des fautes et un lien.|On me dit par courriel que mon compte sera fermé {demain|sous 24 heures}.} {Je me méfie, mais je voulais votre avis.|Que faire ?|J'ai failli cliquer.}
B {Ne cliquez pas ! C'est une fraude, j'ai reçu le même.|Surtout ne répondez pas et ne donnez aucun numéro.|Une banque ne demande jamais un code par message.}
C {Vous pouvez le signaler au 33700 en transférant le message.|Si vous avez un doute, appelez votre agence au numéro écrit sur votre carte.|Supprimez, et dormez tranquille.}
A {Supprimé. Merci de votre rapidité.|J'ai appelé l'agence, c'était bien une fraude.|Signalé et effacé, merci à vous deux.}

A {appareil} {est devenu bien lent|se bloque sans arrêt|me réclame de la place|ne veut plus s'allumer du premier coup}. {Faut-il en changer ?|Un entretien est-il possible ?}
B {Avez-vous essayé de l'éteindre complètement, une minute, puis de le rallumer ? Cela règle la moitié des ennuis.|Souvent ce sont les photos et les vidéos reçues qui prennent toute la place.|Faites d'abord les mises à jour, branché sur le secteur, le soir.}
C {À la médiathèque de {ville}, il y a un atelier gratuit le {jour}. Regardez près de chez vous.|Chez moi {proche} a effacé {deux|trois|quatre} mille photos en double, tout est reparti.|N'achetez rien avant d'avoir fait du tri.}
A {Éteint, rallumé... et il remarche !|{18-64} mises à jour en attente, j'en rougis.|Je commence par trier les photos.}

A Comment {1=agrandit-on les lettres|fait-on pour dicter au lieu de taper|baisse-t-on la lumière de l'écran|arrête-t-on ces bruits à chaque message} sur {une tablette|un téléphone} ?
B {1=Dans les réglages, cherchez « affichage » ou « accessibilité ».|Sur le clavier, le petit micro. Parlez tranquillement, même la ponctuation : « virgule », « point ».|Glissez le doigt du haut vers le bas : un petit soleil apparaît, c'est là.|Il y a une loupe en haut des réglages : tapez-y « sons », c'est le plus rapide.}
A {1={Trouvé ! C'est le jour et la nuit.|Je lis enfin sans froncer les yeux, merci.}|Je dicte ce message, et il n'y a presque pas de fautes.|{Merci {B}, c'est bien expliqué.|Un petit soleil, c'est joliment trouvé.}|{J'ai mis du temps, mais j'y suis arrivé<|e>.|Quel silence, merci !}}

A {J'ai réussi mon premier appel en vidéo avec {proche} !|Hier j'ai parlé {vingt|trente|quarante} minutes en vidéo avec mes petits-enfants {au Canada|à la Réunion|en Espagne|à {ville}}.} {On voyait surtout mon front, mais quelle joie.|J'ai vu la nouvelle chambre et le cochon d'Inde.|J'en avais les larmes aux yeux.}
B {Bravo ! Posez la tablette contre une pile de livres, on verra aussi le menton.|Quelle bonne nouvelle.|C'est ce que la technique a fait de mieux.}
C {Et une lampe devant vous, pas derrière.|On s'habitue vite à se voir à l'écran, ou on cache son image.|Moi j'oublie toujours de raccrocher...}
A {La pile de livres, c'est parfait.|Nous recommençons {dimanche|tous les {jour}s}.|Ils m'ont vu<|e> faire la vaisselle pendant dix minutes !}

A Comment {mettre mes photos à l'abri|ranger {deux|trois|six} mille photos|envoyer plusieurs photos d'un coup|passer mes photos du téléphone à l'ordinateur} ? {J'ai peur de tout perdre.|{proche} m'a montré, mais trop vite.}
B {Deux copies à deux endroits : une clé à la maison, une autre chez un enfant.|Un dossier par année, puis un par événement. Dix minutes par jour, et c'est fait en un mois.|Avec le câble, l'ordinateur voit le téléphone comme une boîte de photos.}
C {Et faites imprimer les plus belles, le papier ne demande jamais de mot de passe.|J'en ai effacé la moitié : les pouces, les trottoirs, les floues...|On appuie longuement sur la première, puis on touche les autres.}
A {Le papier ne demande jamais de mot de passe : je l'encadre, celle-là.|Dix minutes par jour, cela me va.|J'ai acheté une clé, merci.}

A {{proche} m'explique toujours trop vite.|Quand on m'explique, je comprends. Seul<|e>, je ne sais plus.} {Vous aussi ?|Je n'ose pas redemander.}
B {Demandez qu'on vous laisse faire, les mains derrière le dos pour eux !|J'écris chaque étape sur une fiche, avec mes mots à moi.|Redemandez, sans gêne. On leur a bien appris à lacer leurs chaussures.}
C {« On leur a appris à lacer leurs chaussures », que c'est vrai.|À l'atelier du {jour}, la jeune femme répète autant qu'il faut, avec le sourire.|Ici, vous pouvez demander dix fois.}
A {Les mains derrière le dos, excellent.|Fiches commencées : j'en ai déjà {quatre|cinq|sept}.|Merci, je me sens moins sot<|te>.}

A {{1=Faut-il accepter les « cookies » ? On me le demande partout.|Que veut dire « le nuage », au juste ?|Quelle différence entre un site et une application ?|Qu'appelle-t-on une « pièce jointe » ?|C'est quoi, une mise à jour ?}}
B {1=Vous pouvez presque toujours refuser, cherchez « continuer sans accepter ».|C'est tout simplement une armoire louée chez quelqu'un d'autre, où l'on range ses affaires.|Comme un catalogue sur papier et une boutique : on fait les mêmes choses, pas au même endroit.|Pensez à un trombone sur une lettre : c'est exactement cela.|Un peu comme la révision de la voiture : on resserre les boulons, et il faut parfois redémarrer.}
C {Voilà qui est bien dit.|J'aime votre façon d'expliquer.|Je n'avais jamais compris avant aujourd'hui.}
A {Merci, ainsi je comprends tout.|Je note dans mon lexique.|Clair comme de l'eau de roche.}

A {{appareil} m'affiche « {mémoire pleine|erreur inconnue|pas de connexion|papier coincé|session expirée} ». Que faire ?|Message à l'écran : « {stockage presque plein|connexion impossible|hors ligne} ». C'est grave ?}
B {Rien de grave. Débranchez la boîte internet trente secondes et rebranchez.|Notez les mots exacts, éteignez, rallumez. Si cela revient, dites-le nous.|Non, c'est juste qu'il est fatigué, comme nous à cinq heures.}
A {La boîte débranchée, c'est reparti !|Cela revient...|Il s'est reposé et moi aussi. Tout va bien.}
C {Je mets cette phrase sur mon frigo.|Sinon, essayez plus près de la boîte, le mur est parfois trop épais.|On a eu une panne dans tout le quartier, ce n'est peut-être pas vous.}

A {Quel modèle de tablette pour quelqu'un qui débute ? C'est pour {ma sœur|mon mari|ma mère de {88-95} ans|un ami}.|Je dois changer de téléphone : {gros boutons ou grand écran|faut-il y mettre cher} ?}
B {Un écran d'au moins dix pouces, et une coque avec une poignée.|Essayez-les en magasin, en main. Le poids compte plus que la mémoire.|Un appareil remis à neuf suffit bien, avec une garantie de deux ans.}
C {Prenez le même que celui de {proche}, on vous aidera plus facilement.|Et un stylet, quand les doigts sont secs c'est un soulagement.}
A {Le même que ma fille, c'est le bon sens.|Le stylet, je ne connaissais pas.|Nous irons l'essayer {jour}, merci.}

A {Déclaration d'impôts en ligne : {c'est fait|j'ai réussi|j'y suis presque}.|Enfin réussi à {prendre un rendez-vous médical|télécharger une attestation|payer la cantine du petit|réserver un train} sur internet.} {{Une heure|Deux heures}, un café et quelques soupirs.|{Tout seul|Toute seule} !}
B {Bravo ! La deuxième fois prendra un quart d'heure.|Félicitations, gardez bien le reçu en « PDF ».|On devrait nous donner une médaille.}
C {Et en cas de pépin, l'espace d'accueil de la mairie aide aussi, sur rendez-vous.|J'y suis encore, à la page {4|5|6}...|Imprimez le récapitulatif, on ne sait jamais.}

A {Atelier tablette à la {médiathèque|maison de quartier} de {ville} {{jour}|tous les {jour}s} à {dix|quatorze|quinze} heures, c'est gratuit.|Je tiens une petite permanence « mots de passe et photos » {jour} à {ville}.}
B {Faut-il s'inscrire ?|Peut-on venir avec son propre appareil ?|Quel niveau ?}
A {Oui, par téléphone, il y a {huit|dix|douze} places.|Bien sûr, et avec le chargeur.|Tous les niveaux, on avance à son pas.}
B {Je m'inscris tout de suite.|Merci, j'y serai, avec ma liste de questions.}

A {Compte rendu de l'atelier : nous étions {5-12}, et nous avons appris à {agrandir le texte|reconnaître un faux message|envoyer une photo|faire une recherche à la voix}.|L'atelier de {jour} était très bien : {pas de jargon|beaucoup de patience|on a ri}.}
B {Tant mieux, merci du retour.|J'ai manqué cela !|Y a-t-il des fiches ?}
A {Oui, une page en gros caractères. Je la recopie ici ce soir.|La prochaine fois, je te... pardon, je vous préviens !|Elles sont là : https://exemple.fr/ateliers/fiche-{3-48}}

A Fiche pratique, comme promis : reconnaître un faux message. ¶1. On vous presse : « sous {12|24|48} heures », « dernier avis ». ¶2. On vous demande un code, un numéro de carte, un paiement. ¶3. L'adresse est bizarre quand on la lit lettre à lettre. ¶4. Il y a un lien ou une pièce jointe que vous n'attendiez pas. ¶¶Un seul de ces signes suffit pour ne rien faire. On ferme, on boit {un verre d'eau|un café|un thé}, et on appelle l'organisme au numéro que l'on connaît déjà. {Si vous avez déjà cliqué, ne restez pas seul : prévenez votre banque tout de suite et parlez-en.|Et si l'on s'est laissé prendre, ce n'est pas une honte : cela arrive aux plus malins.}
B {Imprimé et posé à côté du téléphone.|Merci, c'est exactement ce qu'il me fallait.|Je le lis à ma sœur ce soir.}
C {Je l'ai transmis à toute la chorale.|On devrait le mettre dans chaque hall d'immeuble.|« On boit un café », c'est le meilleur conseil.}

A {Mon clavier fait des é à la place des @.|Je n'arrive pas à taper {l'arobase|les accents sur les majuscules|le tiret du bas}.} {Où est-ce caché ?|Une touche secrète ?}
B {Sur l'ordinateur : la touche « Alt Gr » à droite, en même temps que le zéro.|Sur la tablette, touchez la touche des chiffres en bas à gauche.|Restez appuyé<A:|e> sur la lettre, un petit menu apparaît avec tous les accents.}
A {Magique ! ÉÀÇ, me voici <savant|savante>.|Merci, @@@ : je ne peux plus m'arrêter.|Appuyer longtemps, il suffisait de le savoir.}

A {Je n'entends pas bien les vidéos.|Le son de {ma tablette|mon téléphone} est trop faible.} {Y a-t-il un remède ?|Les sous-titres, cela existe ?}
B {Oui, le petit carré « CC » en bas de la vidéo.|Un casque simple, avec un fil : pas de réglages.|Une petite enceinte posée à côté, c'est le jour et la nuit.}
A {Avec les sous-titres je suis enfin toute l'histoire.|Le casque de {proche} me va très bien.|Merci, je vais essayer l'enceinte.}

A {Une page me dit que j'ai gagné {un téléphone|un voyage|mille euros}. Je n'ai joué à rien.|Un monsieur très poli m'appelle pour « réparer un virus » sur {mon ordinateur}.|Quelqu'un que je ne connais pas m'écrit « coucou c'est ton petit-fils, j'ai changé de numéro ».}
B {Raccrochez, effacez, oubliez. C'est un piège classique.|Surtout ne le laissez pas prendre la main sur votre appareil.|Appelez votre petit-fils à son ancien numéro, vous serez vite <A:fixé|fixée>.}
C {J'ai répondu un jour que j'étais le commissaire. On ne m'a plus rappelé<|e>.|Convenez d'un mot de passe en famille, chez nous c'est le nom du premier chien.}
A {C'était bien un piège. Le petit dormait à poings fermés.|Le commissaire ! Je m'en servirai.|Le nom du chien, quelle bonne idée.}

A {Qui utilise {un livre électronique|une montre qui compte les pas|une enceinte à qui l'on parle|un agenda sur téléphone} ? {Est-ce utile ?|On me l'a offert et il dort dans sa boîte.}}
B {Moi, et je ne reviendrais pas en arrière.|J'ai essayé {trois|deux} mois, puis le tiroir.|Mon mari oui, moi je garde mon papier.}
C {Cela dépend si l'on a quelqu'un pour le mettre en route.|Le texte en grand, voilà ce qui m'a <convaincu|convaincue>.|Comptez l'abonnement, on l'oublie souvent.}
A {Je vais le sortir de sa boîte, alors.|Merci pour ces avis, je réfléchis encore.}

A {Est-il prudent de payer par internet ? Ma {sœur|fille} me dit que oui, mon voisin que non.|Carte bancaire en ligne : {quelles précautions prenez-vous|vous le faites} ?}
B {Sur un site connu, avec le cadenas, et jamais depuis un lien reçu par message.|Ma banque m'envoie une confirmation pour chaque achat, cela me rassure.|Je garde une carte à petit plafond, juste pour cela.}
A {Le petit plafond, j'en parlerai à l'agence.|Merci, j'irai à petits pas.|J'ai commandé {un livre|de la laine|des graines} : tout s'est bien passé.}

A {Où sont passés mes {courriels|documents|contacts} ? {Tout était là {jour}.|L'écran a changé d'allure cette nuit.}|La mise à jour a tout changé de place, je suis <perdu|perdue>.}
B {Regardez dans la corbeille, puis dans « archives ».|Avec la petite loupe, tapez un mot dont vous vous souvenez.|Ils font cela tous les ans, on s'y fait en une semaine.}
A {Tout était dans les archives ! Merci.|La loupe a tout retrouvé.|En une semaine, dites-vous... je patiente.}

A {Astuce du jour : |À noter dans le carnet : |}{pour revenir en arrière, touchez la petite flèche en haut à gauche.|avant de jeter un vieux téléphone, effacez-le et retirez la petite carte.|chargez la batterie quand il reste vingt pour cent, elle vivra plus longtemps.|un écran sale répond mal : un chiffon doux, sans produit.|en pinçant avec deux doigts, on agrandit presque tout.|on peut lire une page à voix haute, c'est dans le menu en haut à droite.|mettez le numéro d'un proche en premier dans vos contacts, avec « A » devant.}
B {Merci {A}, c'est bon à savoir.|Essayé, cela marche.|Je le recopie.}
C {Encore, encore !|Et dire que je l'ignorais depuis {deux|trois|cinq} ans.|C'est le genre de conseil que j'aime.}

A {Je crains d'avoir fait une bêtise :|Catastrophe :|Au secours, {proche} n'est pas là :} {j'ai appuyé je ne sais où et|un faux mouvement et} {1={toutes les photos de {Noël|vacances|l'été} ont disparu|un long message a disparu}|l'écran est à l'envers|tout est en anglais}.
B {1=Regardez dans « supprimés récemment », on a {trente|soixante} jours pour se repentir.|Tournez l'appareil doucement, et appuyez sur le cadenas dans la barre du haut.|Réglages, puis le petit globe : c'est la langue. {Troisième|Quatrième} ligne.}
C {Cela arrive à tout le monde, même à {proche}.|Ne touchez plus à rien, buvez un café et recommencez calmement.|Dites-nous la marque de l'appareil, on vous guidera.}
A {Tout est revenu, j'ai eu chaud.|C'était le cadenas, merci mille fois.|Je suis <sauvé|sauvée>, et un peu plus <savant|savante>.}

A {Combien payez-vous pour {internet et le téléphone|votre forfait} ? {Je suis à {34|39|45|52} euros.|On me propose d'ajouter des chaînes dont je ne veux pas.}|On me propose la fibre : faut-il accepter ? {Je crains les travaux.|Ma ligne actuelle marche bien.}}
B {Appelez le service clients et dites que vous allez partir, le prix baisse souvent.|C'est bien plus rapide, et le technicien n'est resté que {deux|trois} heures.|Je paie {12|16|19} euros, mais sans télévision.}
C {Lisez bien la durée de l'engagement.|Ne signez rien par téléphone, demandez tout par écrit.|Gardez votre ancien numéro, vérifiez-le avant.}
A {Par écrit, vous avez raison.|J'ai appelé : {huit|dix|douze} euros de moins par mois !|Rendez-vous avec le technicien {jour}.}

A {Ces codes qu'il faut recopier pour {site}, vous vous y faites ?|On me demande une « double vérification » pour {site}. Qu'est-ce donc ?}
B {C'est comme deux serrures sur la porte : un peu long, mais plus sûr.|Le code arrive sur le téléphone, on le recopie, c'est tout. Il ne faut le donner à personne.|Moi je le dis à voix haute pour ne pas l'oublier entre les deux écrans.}
A {Deux serrures, j'ai compris.|J'ai réussi, le téléphone dans une main et la tablette dans l'autre.|Personne, promis, même pas {proche}.}

A {Quelle est l'application qui vous est la plus utile ? Moi, {les horaires de bus|la radio|la loupe|la météo de la plage|le dictionnaire|les livres à écouter}.|Que faites-vous de plus amusant avec votre tablette ?}
B {{La carte du ciel, le soir sur le balcon.|Reconnaître les chants d'oiseaux.|Les échecs avec mon frère, à {300|400|600} kilomètres.|Les recettes, avec l'écran sous une pochette.}}
C {La lampe de poche, tout bêtement.|{La traduction, en voyage.|Les mots fléchés du jour.|Les concerts, dans mon fauteuil.}}
A {Les oiseaux, je veux essayer tout de suite.|Je ne savais pas que cela existait.|Voilà de quoi occuper {dimanche|la soirée}.}

A {J'ai envoyé un message {à la mauvaise personne|sans le finir|en double}. {Rouge de honte.|Peut-on le rattraper ?}|Le correcteur a changé « {bises|baignade|chorale} » en « {brises|baignoire|chorizo} »...}
B {Nous l'avons tous fait. Excusez-vous avec humour.|On peut le modifier pendant un quart d'heure, sous le message.|Mon médecin a reçu ma liste de courses, il a répondu « pensez au beurre ».}
C {« Pensez au beurre », j'en ris encore.|Il suffit de relire avant d'appuyer, et je ne le fais jamais.|Le correcteur m'appelle « Marquise ».}
A {Me voilà consolé<|e>.|Corrigé à temps !|Je relis trois fois maintenant.}

A {Peut-on {imprimer depuis la tablette|lire un livre de la médiathèque sur la tablette|mettre deux comptes sur le même ordinateur|écouter la radio de {ville} en ligne} ?}
B {Oui, c'est très simple une fois que c'est réglé.|Je l'ai fait {jour}, demandez-moi l'étape qui bloque.|La médiathèque donne un code, il faut s'inscrire sur place.}
A {J'en suis à l'étape {deux|trois|quatre}.|J'irai les voir {jour}.|Merci, je vais insister un peu.}
B {Ensuite, touchez les trois petits points, ils cachent toujours quelque chose.|Courage, vous y êtes presque.|Insistez, mais pas plus d'une demi-heure !}

A {Petite victoire : j'ai {changé ma cartouche d'encre|aidé ma voisine à installer sa tablette|rempli un formulaire sans appeler personne|retrouvé mon code|désinscrit mon adresse de {douze|vingt|trente} publicités}.}
B {Bravo, vous voilà professeur.|Il n'y a pas de petite victoire.|Félicitations, c'est une journée à marquer.}
C {Je prends modèle sur vous.|Comment avez-vous fait pour les publicités ?|Et votre voisine, elle s'y met ?}
A {Le petit lien tout en bas, en gris clair, bien caché.|Elle m'a offert un bouquet de persil.|Avec vos fiches, tout simplement.}
`,
);
