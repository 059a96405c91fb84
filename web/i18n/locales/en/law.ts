/** The part of the members’ texts that is about countries and their law, in English. */
import type { Messages } from "../../message.ts";

export const law = {
  "country.choose": "Choose a country",
  "country.none": "No country",

  "instrument.HAGUE_1980": "Hague 1980",
  "instrument.HAGUE_1996": "Hague 1996",
  "instrument.BRUSSELS_IIB": "Brussels IIb",
  "instrument-title.HAGUE_1980":
    "Convention of 25 October 1980 on the Civil Aspects of International Child Abduction",
  "instrument-title.HAGUE_1996":
    "Convention of 19 October 1996 on Jurisdiction, Applicable Law, Recognition, Enforcement and Co-operation in Respect of Parental Responsibility and Measures for the Protection of Children",
  "instrument-title.BRUSSELS_IIB":
    "Council Regulation (EU) 2019/1111 on jurisdiction, the recognition and enforcement of decisions in matrimonial matters and the matters of parental responsibility, and on international child abduction (recast)",
  "instrument-for.HAGUE_1980":
    "For the prompt return of a child who was wrongfully taken to another country or is wrongfully kept there. It does not decide who has custody.",
  "instrument-for.HAGUE_1996":
    "For whose authorities protect a child, whose measures count abroad, and how authorities help each other.",
  "instrument-for.BRUSSELS_IIB":
    "For the same between the Member States of the European Union, without Denmark: shorter limits for a return, and certificates.",

  "which-law.open": "Which law may apply?",
  "which-law.lead":
    "Choose at least two different countries. What you choose stays on this page: it is neither sent nor kept. This is no legal advice.",
  "which-law.home": "Where does the child live?",
  "which-law.home-hint":
    "Where the child’s life was centred before anything happened (habitual residence).",
  "which-law.now": "Where is the child now?",
  "which-law.now-hint": "If you choose none, the child is taken to be at home.",
  "which-law.heading": "Where is the child being taken?",
  "which-law.answer": "What our table says",
  "which-law.between": "{one} and {other}",
  "which-law.none":
    "Our table knows of none of these instruments between these countries. Ask all the same: the two may have a treaty of their own, or their own law may offer a way.",
  "which-law.may": "May apply: {instruments}.",
  "which-law.applies": "{instrument} may apply.",
  "which-law.accession.HAGUE_1980":
    "{instrument} may apply, if this accession was accepted by the other country: {countries} (Art. 38). Ask.",
  "which-law.accession.HAGUE_1996":
    "{instrument} may apply, unless the other country objected to this accession: {countries} (Art. 58). Ask.",
  "which-law.objected":
    "{instrument} does not apply between them: one objected to the other’s accession (Art. 58).",
  "which-law.unknown": "{instrument}: not in our table: {countries}. Ask the Central Authority.",
  "which-law.outside": "{instrument} does not bind: {countries}.",
  "which-law.ask": "Whom to ask, in this order",
  "asking.RETURN":
    "The Central Authority of the child’s home ({country}), or of any other country of the Convention, with an application for the child’s return.",
  "asking.URGENT": "A court where the child is ({country}), for urgent measures of protection.",
  "asking.CUSTODY":
    "A court of the child’s home ({country}): as a rule it stays the one that decides where the child is to live.",
  "asking.FIND":
    "The Central Authority where the child is ({country}), for help in finding the child and for a report on the child’s situation.",
  "asking.PREVENT":
    "A court of the child’s home ({country}), for a measure before the child leaves. Ask too whether it will count where the child is being taken.",
  "asking.WARN":
    "The authority that protects the child now, so that it tells the authorities where the child is being taken ({country}) of the danger and of the measures.",
  "which-law.here":
    "In any case, the authorities where the child is ({country}), under their own law. In danger, the emergency number first.",
  "which-law.instruments": "What each is, and what this page cannot say",
  "limit.UNDER_16": "Only for a child under 16.",
  "limit.SINCE_FORCE":
    "Only if the child was taken, or first kept, after it came into force between the two countries. Ask since when.",
  "limit.UNDER_18": "Only for a child under 18.",
  "limit.MEASURES_SINCE_FORCE":
    "Only for measures taken after it came into force there. Ask since when.",
  "limit.UNDER_18_UNION": "Only for a child under 18.",
  "limit.SINCE_2022": "Only for proceedings begun on or after 1 August 2022.",
  "limit.GOES_BEFORE": "Between its countries it goes before Hague 1996, and adds to Hague 1980.",
  "which-law.as-of": "The list of countries is of {day} ({source}).",
  "which-law.stale":
    "This list is more than {count} days old. Countries may have joined, accepted or objected since: look it up where it is kept, or ask the Central Authority.",
  provision: "{instrument}, Art. {articles}",

  "law-notes.open": "The law across borders, for this step",
  "law-notes.lead": "Who may ask whom, as the texts stood on {day}. This is no legal advice.",
  "law-notes.form": "Form: {form}.",
  "law-form.MODEL_RETURN": "the model application for return, recommended with Hague 1980",
  "law-form.ANNEX_I": "Annex I to Brussels IIb, certificate after a refusal of return",
  "law-form.ANNEX_III":
    "Annex III to Brussels IIb, certificate of a decision on parental responsibility",
  "law-form.ANNEX_IV":
    "Annex IV to Brussels IIb, certificate of a return and of the measures that go with it",
  "law-form.ANNEX_V": "Annex V to Brussels IIb, certificate of a right of access",
  "law-form.ANNEX_VI":
    "Annex VI to Brussels IIb, certificate of a decision on custody that entails return",
  "law-form.ANNEX_VII":
    "Annex VII to Brussels IIb, when such a decision is no longer, or not fully, enforceable",
  "law-form.ANNEX_IX":
    "Annex IX to Brussels IIb, certificate of an agreement on parental responsibility",
  "law-note.DANGER":
    "Where a child in serious danger has moved to another country, or is there, the authority that protects the child tells the authorities of that country of the danger and of the measures. Ask it to.",
  "law-note.REPORT":
    "A court or an authority can ask, through its Central Authority and with reasons, for a report on the child’s situation in the country where the child lives or is. In the European Union the answer comes within three months.",
  "law-note.BETTER_PLACED":
    "A court can ask one of another country, to which the child has a closer tie, to take the case over, or can ask to be given it. A party or an authority can suggest it.",
  "law-note.HEARD":
    "Ask the court how it will hear the child. In the European Union a child who can form a view must get a real chance to express it. A return can be refused where a child old and mature enough objects. Abroad, a measure may not be recognised if the child was not heard, except in urgent cases.",
  "law-note.LANGUAGES":
    "A request goes in its own language with a translation into that of the country asked. To a Central Authority under the Conventions, where that is hard to get: into French or English, unless that country objects to one of them. In the European Union: into a language that it accepts.",
  "law-note.ENDANGER":
    "No authority asks for, or passes on, what would be likely to endanger the child, the child’s property, or the liberty or life of somebody of the family. Say to whoever gets it what must not be disclosed, and why.",
  "law-note.PURPOSE":
    "What is passed on is used only for what it was passed on for, and stays confidential under the law of whoever has it.",
  "law-note.FIND":
    "If nobody knows where the child is: a Central Authority helps to find a child who may be in its country.",
  "law-note.URGENT":
    "In urgent cases the authorities of the country where the child is can take the measures that are needed. They lapse once the authorities of the child’s home have taken theirs.",
  "law-note.RECOGNITION":
    "A measure taken in one country counts in the others of the same instrument; ask whether it is enforceable there, or has to be declared so first. Under Hague 1996 recognition can be asked for in advance.",
  "law-note.CAPACITY":
    "Whoever has parental responsibility, or was entrusted with the child, can ask the authorities of the child’s home, or of where the measure was taken, for a certificate of what they may do.",
  "law-note.CONTACT":
    "Contact across a border is asked for through the Central Authorities. Where it is suspended to protect the child, say so to the court or authority that is asked.",
  "law-note.AGREEMENT":
    "An agreement on parental responsibility that is enforceable where it was made or registered counts in the other Member States, with a certificate of an authority there.",
  "law-note.PLACEMENT":
    "A child is placed in another country, in a family, in an institution or by kafala, only once the authorities there have been asked, with a report on the child and the reasons, and have consented. In the European Union the answer comes within three months; for a placement with a parent none is needed.",
  "law-note.APPLICATION":
    "Whoever says that a child was wrongfully taken, or is wrongfully kept, can apply to the Central Authority of the child’s home or of any other country of the Convention. In the European Union it is acknowledged within five working days.",
  "law-note.COSTS":
    "Central Authorities bear their own costs. For a return, people get legal aid on the same terms as those who live in that country; some countries pay for lawyers only through their legal aid.",
  "law-note.NO_CUSTODY_MEANWHILE":
    "Once a court where the child is knows that the child was wrongfully taken, or is wrongfully kept, it does not decide on custody until it is clear that the child is not to be returned.",
  "law-note.MEASURES_STAY":
    "Measures stay in force as they are after the child has moved, until whoever then has jurisdiction changes them. With a new habitual residence, jurisdiction passes to the new country. Tell whoever stays responsible what is in force.",
  "law-note.RETURN_STARTS":
    "After six weeks without a decision, the applicant or the Central Authority can ask for the reasons. If less than a year has passed when the proceedings begin, return is ordered forthwith, unless an exception applies; later it is ordered too, unless the child is settled. In the European Union each instance has six weeks, save in exceptional circumstances.",
  "law-note.RETURN_ORDERED":
    "With the order, the court can take provisional measures that protect the child on the return. If the order is not enforced within six weeks, the applicant or the Central Authority can ask for the reasons.",
  "law-note.RETURN_REFUSED":
    "Where return is refused in the European Union only because of a grave risk, or because the child objects, the court gives a certificate of its own motion. Within a month it sends the file to the court at home that has custody before it; if there is none, a party can go there within three months.",
} as const satisfies Messages;
