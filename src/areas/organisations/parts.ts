/** The parts in which an organisation is written, each on a page of its own. */
export const PARTS = [
  { slug: 'wer', key: 'who', fields: ['name', 'shortName', 'kind', 'description', 'languages', 'registerNumber'] },
  { slug: 'was', key: 'what', fields: ['fieldsOfAction', 'topics', 'offersExpertise', 'seeks'] },
  { slug: 'kontakt', key: 'reach', fields: ['contactFunction', 'phone', 'phoneTimes', 'mailbox', 'website'] },
  { slug: 'wo', key: 'where', fields: ['place', 'district', 'street', 'point'] },
  { slug: 'intern', key: 'inside', fields: ['internalContact', 'validFrom', 'validTo'] },
] as const;
