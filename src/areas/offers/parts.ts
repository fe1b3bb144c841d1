/** The parts in which an offer is written, each on a page of its own. */
export const PARTS = [
  {
    slug: 'was',
    key: 'what',
    fields: ['name', 'description', 'fieldsOfAction', 'topics', 'targetGroups', 'languages'],
  },
  { slug: 'wann', key: 'when', fields: ['times', 'validFrom', 'validTo'] },
  {
    slug: 'bedingungen',
    key: 'conditions',
    fields: [
      'papersAsked',
      'nameRequired',
      'anonymousPossible',
      'appointment',
      'publicBody',
      'stepFree',
      'cost',
      'costNote',
      'barriers',
    ],
  },
  { slug: 'kontakt', key: 'reach', fields: ['contactFunction', 'phone', 'mailbox', 'website', 'internalContact'] },
  { slug: 'wo', key: 'where', fields: ['place', 'district', 'street', 'point'] },
] as const;

/** What is asked first about a new offer; everything else can follow. */
export const FIRST_FIELDS = [
  'name',
  'description',
  'fieldsOfAction',
  'languages',
  'times',
  'papersAsked',
  'cost',
] as const;
