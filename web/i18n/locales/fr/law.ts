/** The part of the members’ texts that is about countries and their law, in French. */
import type { LawMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const law = {
  "country.choose": "Choisissez un pays",
  "country.none": "Aucun pays",

  "instrument.HAGUE_1980": "La Haye 1980",
  "instrument.HAGUE_1996": "La Haye 1996",
  "instrument.BRUSSELS_IIB": "Bruxelles II ter",
  "instrument-title.HAGUE_1980":
    "Convention du 25 octobre 1980 sur les aspects civils de l’enlèvement international d’enfants",
  "instrument-title.HAGUE_1996":
    "Convention du 19 octobre 1996 concernant la compétence, la loi applicable, la reconnaissance, l’exécution et la coopération en matière de responsabilité parentale et de mesures de protection des enfants",
  "instrument-title.BRUSSELS_IIB":
    "Règlement (UE) 2019/1111 du Conseil relatif à la compétence, la reconnaissance et l’exécution des décisions en matière matrimoniale et en matière de responsabilité parentale, ainsi qu’à l’enlèvement international d’enfants (refonte)",
  "instrument-for.HAGUE_1980":
    "Pour le retour rapide d’un enfant emmené ou retenu illicitement dans un autre pays. Elle ne décide pas de la garde.",
  "instrument-for.HAGUE_1996":
    "Pour savoir quelles autorités protègent un enfant, quelles mesures valent à l’étranger et comment les autorités s’entraident.",
  "instrument-for.BRUSSELS_IIB":
    "Pour les mêmes questions entre les États membres de l’Union européenne, sans le Danemark : des délais plus courts pour un retour, et des certificats.",

  "which-law.open": "Quel droit peut s’appliquer ?",
  "which-law.lead":
    "Choisissez au moins deux pays différents. Ce que vous choisissez reste sur cette page : rien n’est envoyé ni conservé. Ce n’est pas un avis juridique.",
  "which-law.home": "Où l’enfant vit-il ?",
  "which-law.home-hint": "Là où était le centre de sa vie avant les faits (résidence habituelle).",
  "which-law.now": "Où l’enfant se trouve-t-il maintenant ?",
  "which-law.now-hint": "Sans choix, l’enfant est considéré comme étant chez lui.",
  "which-law.heading": "Où emmène-t-on l’enfant ?",
  "which-law.answer": "Ce que dit notre tableau",
  "which-law.between": "{one} et {other}",
  "which-law.none":
    "Notre tableau ne connaît aucun de ces instruments entre ces pays. Demandez tout de même : les deux ont peut-être un traité, ou leur propre droit offre une voie.",
  "which-law.may": "Droit qui peut s’appliquer : {instruments}.",
  "which-law.applies": "{instrument} peut s’appliquer.",
  "which-law.accession.HAGUE_1980":
    "{instrument} peut s’appliquer, si l’autre pays a accepté cette adhésion : {countries} (art. 38). Demandez.",
  "which-law.accession.HAGUE_1996":
    "{instrument} peut s’appliquer, sauf si l’autre pays s’est opposé à cette adhésion : {countries} (art. 58). Demandez.",
  "which-law.objected":
    "{instrument} ne s’applique pas entre eux : l’un s’est opposé à l’adhésion de l’autre (art. 58).",
  "which-law.unknown":
    "{instrument} : absent de notre tableau : {countries}. Demandez à l’Autorité centrale.",
  "which-law.outside": "{instrument} ne lie pas : {countries}.",
  "which-law.ask": "À qui s’adresser, dans cet ordre",
  "asking.RETURN":
    "L’Autorité centrale de la résidence habituelle de l’enfant ({country}), ou de tout autre pays de la Convention, avec une demande de retour.",
  "asking.URGENT":
    "Un tribunal du lieu où se trouve l’enfant ({country}), pour des mesures urgentes de protection.",
  "asking.CUSTODY":
    "Un tribunal de la résidence habituelle de l’enfant ({country}) : en règle générale, il reste celui qui décide où l’enfant doit vivre.",
  "asking.FIND":
    "L’Autorité centrale du lieu où se trouve l’enfant ({country}), pour aider à le localiser et pour un rapport sur sa situation.",
  "asking.PREVENT":
    "Un tribunal de la résidence habituelle de l’enfant ({country}), pour une mesure avant le départ. Demandez aussi si elle vaudra là où on l’emmène.",
  "asking.WARN":
    "L’autorité qui protège l’enfant maintenant, pour qu’elle informe du danger et des mesures les autorités du lieu où on l’emmène ({country}).",
  "which-law.here":
    "Dans tous les cas, les autorités du lieu où se trouve l’enfant ({country}), selon leur propre droit. En cas de danger, d’abord le numéro d’urgence.",
  "which-law.instruments": "Ce qu’est chacun, et ce que cette page ne peut pas dire",
  "limit.UNDER_16": "Seulement pour un enfant de moins de 16 ans.",
  "limit.SINCE_FORCE":
    "Seulement si l’enfant a été emmené, ou retenu, après l’entrée en vigueur entre les deux pays. Demandez depuis quand.",
  "limit.UNDER_18": "Seulement pour un enfant de moins de 18 ans.",
  "limit.MEASURES_SINCE_FORCE":
    "Seulement pour des mesures prises après son entrée en vigueur dans l’État qui les a prises. Demandez depuis quand.",
  "limit.UNDER_18_UNION": "Seulement pour un enfant de moins de 18 ans.",
  "limit.SINCE_2022": "Seulement pour des procédures engagées à partir du 1er août 2022.",
  "limit.GOES_BEFORE": "Entre ses pays, il prévaut sur La Haye 1996 et complète La Haye 1980.",
  "which-law.as-of": "La liste des pays est du {day} ({source}).",
  "which-law.stale":
    "Cette liste a plus de {count} jours. Depuis, des pays ont pu adhérer, accepter ou s’opposer : vérifiez là où elle est tenue, ou demandez à l’Autorité centrale.",
  provision: "{instrument}, art. {articles}",

  "law-notes.open": "Le droit au-delà des frontières, pour cette étape",
  "law-notes.lead":
    "Qui peut demander quoi à qui, selon les textes au {day}. Ce n’est pas un avis juridique.",
  "law-notes.form": "Formulaire : {form}.",
  "law-form.MODEL_RETURN": "la formule modèle de demande de retour, recommandée avec La Haye 1980",
  "law-form.ANNEX_I": "annexe I de Bruxelles II ter, certificat après un refus de retour",
  "law-form.ANNEX_III":
    "annexe III de Bruxelles II ter, certificat d’une décision en matière de responsabilité parentale",
  "law-form.ANNEX_IV":
    "annexe IV de Bruxelles II ter, certificat d’un retour et des mesures qui l’accompagnent",
  "law-form.ANNEX_V": "annexe V de Bruxelles II ter, certificat d’un droit de visite",
  "law-form.ANNEX_VI":
    "annexe VI de Bruxelles II ter, certificat d’une décision sur la garde qui implique le retour",
  "law-form.ANNEX_VII":
    "annexe VII de Bruxelles II ter, quand une telle décision n’est plus, ou plus entièrement, exécutoire",
  "law-form.ANNEX_IX":
    "annexe IX de Bruxelles II ter, certificat d’un accord en matière de responsabilité parentale",
  "law-note.DANGER":
    "Quand un enfant en grave danger est parti dans un autre pays, ou s’y trouve, l’autorité qui le protège informe celles de ce pays du danger et des mesures. Demandez-le-lui.",
  "law-note.REPORT":
    "Un tribunal ou une autorité peut demander, par son Autorité centrale et avec des motifs, un rapport sur la situation de l’enfant dans le pays où il vit ou se trouve. Dans l’Union européenne, la réponse vient dans les trois mois.",
  "law-note.BETTER_PLACED":
    "Un tribunal peut demander à celui d’un autre pays, avec lequel l’enfant a un lien plus étroit, de prendre l’affaire, ou demander à la recevoir. Une partie ou une autorité peut le suggérer.",
  "law-note.HEARD":
    "Demandez au tribunal comment il entendra l’enfant. Dans l’Union européenne, un enfant capable de se forger une opinion doit avoir une possibilité réelle de l’exprimer. Un retour peut être refusé quand un enfant assez âgé et mûr s’y oppose. À l’étranger, une mesure peut ne pas être reconnue si l’enfant n’a pas été entendu, sauf urgence.",
  "law-note.LANGUAGES":
    "Une demande part dans sa langue, avec une traduction dans celle du pays requis. À une Autorité centrale des Conventions, si c’est difficilement réalisable : en français ou en anglais, sauf si ce pays s’oppose à l’une de ces langues. Dans l’Union européenne : dans une langue qu’il accepte.",
  "law-note.ENDANGER":
    "Aucune autorité ne demande ni ne transmet ce qui risquerait de mettre en danger l’enfant, ses biens, ou la liberté ou la vie d’un membre de la famille. Dites au destinataire ce qui ne doit pas être divulgué, et pourquoi.",
  "law-note.PURPOSE":
    "Ce qui est transmis ne sert qu’à ce pour quoi il l’a été, et reste confidentiel selon le droit de qui le détient.",
  "law-note.FIND":
    "Si personne ne sait où est l’enfant : une Autorité centrale aide à localiser un enfant qui pourrait être dans son pays.",
  "law-note.URGENT":
    "En cas d’urgence, les autorités du pays où se trouve l’enfant peuvent prendre les mesures nécessaires. Elles cessent d’avoir effet quand celles de sa résidence habituelle ont pris les leurs.",
  "law-note.RECOGNITION":
    "Une mesure prise dans un pays vaut dans les autres pays du même instrument ; demandez si elle y est exécutoire ou doit d’abord y être déclarée telle. Sous La Haye 1996, la reconnaissance peut être demandée à l’avance.",
  "law-note.CAPACITY":
    "Qui a la responsabilité parentale, ou s’est vu confier l’enfant, peut demander aux autorités de la résidence habituelle, ou du lieu où la mesure a été prise, un certificat de ses pouvoirs.",
  "law-note.CONTACT":
    "Le contact par-delà une frontière se demande par les Autorités centrales. S’il est suspendu pour protéger l’enfant, dites-le au tribunal ou à l’autorité saisie.",
  "law-note.AGREEMENT":
    "Un accord en matière de responsabilité parentale, exécutoire là où il a été conclu ou enregistré, vaut dans les autres États membres, avec un certificat d’une autorité de ce lieu.",
  "law-note.PLACEMENT":
    "Un enfant n’est placé dans un autre pays, en famille, en établissement ou par kafala, qu’une fois les autorités de ce pays consultées, avec un rapport sur l’enfant et les motifs, et d’accord. Dans l’Union européenne, la réponse vient dans les trois mois ; un placement chez un parent n’en demande pas.",
  "law-note.APPLICATION":
    "Qui affirme qu’un enfant a été emmené ou est retenu illicitement peut saisir l’Autorité centrale de la résidence habituelle ou de tout autre pays de la Convention. Dans l’Union européenne, elle accuse réception dans les cinq jours ouvrables.",
  "law-note.COSTS":
    "Les Autorités centrales supportent leurs propres frais. Pour un retour, l’aide juridictionnelle s’obtient aux mêmes conditions que pour les habitants de ce pays ; certains pays ne paient d’avocat que par elle.",
  "law-note.NO_CUSTODY_MEANWHILE":
    "Une fois qu’un tribunal du lieu où se trouve l’enfant sait qu’il a été emmené ou est retenu illicitement, il ne statue pas sur la garde tant qu’il n’est pas établi que l’enfant ne sera pas renvoyé.",
  "law-note.MEASURES_STAY":
    "Les mesures restent en vigueur telles quelles après le départ de l’enfant, jusqu’à ce que l’autorité alors compétente les modifie. Avec une nouvelle résidence habituelle, la compétence passe au nouveau pays. Dites à qui reste responsable ce qui est en vigueur.",
  "law-note.RETURN_STARTS":
    "Après six semaines sans décision, le demandeur ou l’Autorité centrale peut en demander les raisons. Si moins d’un an s’est écoulé à l’ouverture de la procédure, le retour est ordonné immédiatement, sauf exception ; plus tard il l’est aussi, sauf si l’enfant s’est intégré. Dans l’Union européenne, chaque instance a six semaines, sauf circonstances exceptionnelles.",
  "law-note.RETURN_ORDERED":
    "Avec l’ordre de retour, le tribunal peut prendre des mesures provisoires qui protègent l’enfant au retour. S’il n’est pas exécuté dans les six semaines, le demandeur ou l’Autorité centrale peut en demander les raisons.",
  "law-note.RETURN_REFUSED":
    "Quand, dans l’Union européenne, le retour est refusé uniquement pour risque grave ou parce que l’enfant s’y oppose, le tribunal délivre d’office un certificat. Dans le mois, il transmet le dossier au tribunal de la résidence habituelle déjà saisi de la garde ; à défaut, une partie peut le saisir dans les trois mois.",
} as const satisfies Translation<LawMessages>;
