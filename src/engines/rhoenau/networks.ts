import { addDays } from '../../plain/time.ts';
import { dice } from './dice.ts';
import { facts, type Network, type Organisation } from './county.ts';
import type { Measure } from './invent-organisations.ts';

interface Plan {
  readonly slug: string;
  readonly name: string;
  readonly topic: string;
  readonly goal: string;
  /** The codes of fields of action whose organisations come. */
  readonly fields: readonly string[];
  readonly size: number;
  /** Members by name, as slugs. */
  readonly with?: readonly string[];
}

const PLANS: readonly Plan[] = [
  {
    slug: 'ankommen',
    name: 'Netzwerk Ankommen',
    topic: 'Die ersten zwölf Monate',
    goal: 'Niemand wird von einer Stelle zur nächsten geschickt: bis Ende des Jahres steht ein gemeinsamer Wegweiser.',
    fields: ['work', 'housing'],
    size: 24,
    with: ['koordination-landkreis-rhoenau', 'integrationsbeirat'],
  },
  {
    slug: 'frauen-gesundheit',
    name: 'Netzwerk Frauen und Gesundheit',
    topic: 'Gesundheit von Frauen und Müttern',
    goal: 'Gesundheitswissen kommt in fünf Sprachen an und wird von den Vereinen selbst mitgeplant.',
    fields: ['health'],
    size: 18,
    with: ['frauenverein-nujin', 'bildungswerk-fuldatal', 'iftiin'],
  },
  {
    slug: 'sprache-schule',
    name: 'Arbeitskreis Sprache und Schule',
    topic: 'Mehrsprachigkeit in Schule und Kita',
    goal: 'Zehn Schulen planen ihre Elternabende gemeinsam mit Elternvereinen.',
    fields: ['education'],
    size: 22,
    with: ['veliler', 'kalyna', 'multaqa'],
  },
  {
    slug: 'wohnen',
    name: 'Runder Tisch Wohnen',
    topic: 'Wohnung finden und behalten',
    goal: 'Ein Musterblatt für Bewerbungen, das alle großen Vermieter im Landkreis annehmen.',
    fields: ['housing'],
    size: 12,
    with: ['baituna'],
  },
  {
    slug: 'arbeit-ausbildung',
    name: 'Netzwerk Arbeit und Ausbildung',
    topic: 'Wege in Arbeit und Ausbildung',
    goal: 'Jedes Jahr dreißig Probetage in Betrieben, begleitet von Vereinen.',
    fields: ['work'],
    size: 16,
    with: ['omid', 'ura'],
  },
  {
    slug: 'sprachmittlung',
    name: 'AG Sprachmittlung',
    topic: 'Übersetzen bei Ämtern und in Praxen',
    goal: 'Sprachmittlung wird bezahlt und ist in allen Gemeinden in einer Woche zu bekommen.',
    fields: ['health', 'education'],
    size: 14,
    with: ['berhan', 'verein-hadas'],
  },
  {
    slug: 'solidarische-stadt',
    name: 'Bündnis Solidarische Stadt',
    topic: 'Zugang ohne Angst',
    goal: 'Vierzig Angebote sagen verlässlich, ob sie nach Papieren fragen.',
    fields: ['selfOrganisation'],
    size: 15,
    with: ['solidarische-stadt-m', 'teranga'],
  },
  {
    slug: 'patenschaften',
    name: 'Netzwerk Ehrenamt und Patenschaften',
    topic: 'Ehrenamt begleiten',
    goal: 'Klare Aufgaben, klare Grenzen und ein gutes Ende für jede Patenschaft.',
    fields: ['selfOrganisation', 'housing'],
    size: 17,
  },
  {
    slug: 'jugend',
    name: 'Fachkreis Jugend',
    topic: 'Räume für junge Menschen',
    goal: 'Drei Orte, die Jugendliche selbst verwalten.',
    fields: ['education', 'culture'],
    size: 15,
    with: ['ufuq', 'rasom', 'koepru'],
  },
  {
    slug: 'raeume-kultur',
    name: 'Netzwerk Räume und Kultur',
    topic: 'Räume am Sonntag',
    goal: 'Zwölf Räume, die Vereine am Wochenende ohne Vorkasse nutzen können.',
    fields: ['culture'],
    size: 20,
    with: ['vielstimmig', 'haus-der-vereine', 'selam'],
  },
  {
    slug: 'unterwegs',
    name: 'Runder Tisch Unterwegs',
    topic: 'Aus den Dörfern in die Stadt',
    goal: 'Ein Fahrdienst, der abends und am Wochenende fährt.',
    fields: ['transport', 'health'],
    size: 9,
    with: ['most'],
  },
];

/** The eleven networks: members by topic, those of the stories always. */
export function inventNetworks(organisations: readonly Organisation[], { seed, today }: Measure): Network[] {
  return PLANS.map((plan) => {
    const throws = dice(seed, `network ${plan.slug}`);
    const named = (plan.with ?? []).map((slug) => `organisation/${slug}`);
    const fitting = organisations
      .filter((one) => !named.includes(one.id) && acts(one, plan.fields))
      .map(({ id }) => id);
    const members = [...named, ...throws.some(fitting, plan.size - named.length)];
    const saidDaysAgo = throws.between(200, 700);
    const confirmedDaysAgo = throws.between(5, 170);
    return {
      id: `network/${plan.slug}`,
      facts: {
        name: [{ language: 'de', value: plan.name }],
        topic: [{ language: 'de', value: plan.topic }],
        goal: [{ language: 'de', value: plan.goal }],
        ...facts({ reviewOn: addDays(today, throws.between(30, 300)) }),
      },
      members: members.toSorted(),
      saidBy: 'own',
      saidDaysAgo,
      saidAt: addDays(today, -saidDaysAgo),
      confirmedDaysAgo,
      confirmedAt: addDays(today, -confirmedDaysAgo),
    };
  });
}

function acts(organisation: Organisation, fields: readonly string[]): boolean {
  const own = organisation.facts['fieldsOfAction']?.[0]?.value;
  return Array.isArray(own) && own.some((field) => fields.includes(field));
}
