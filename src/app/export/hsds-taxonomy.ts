import { showValue, type Field } from '../../areas/claims/index.ts';
import { idFor } from '../../plain/ids.ts';
import type { Json } from '../../plain/json.ts';
import type { Words } from '../../plain/words.ts';
import { REGISTER } from '../register.ts';

export type Thing = { readonly [key: string]: Json };

/** Codes that become terms: of organisations their kind and fields, of offers fields, groups, costs and conditions. */
function codedFields(): readonly Field[] {
  const fields = [...REGISTER.fields.organisation.fields.values(), ...REGISTER.fields.offer.fields.values()];
  const coded = fields.filter(({ kind }) => kind === 'code' || kind === 'codes' || kind === 'answer');
  return [...new Map(coded.map((field) => [field.name, field])).values()];
}

function codesOf(field: Field): readonly string[] {
  return field.kind === 'answer' ? ['yes', 'no'] : (field.codes ?? []);
}

const taxonomyId = (field: Field) => idFor(`hsds/taxonomy/${field.name}`);
const termId = (field: Field, code: string) => idFor(`hsds/term/${field.name}/${code}`);

export function taxonomies(): readonly Thing[] {
  return codedFields().map((field) => ({
    id: taxonomyId(field),
    name: field.name,
    description: `Geflecht: ${field.name}`,
  }));
}

export function taxonomyTerms(words: Words): readonly Thing[] {
  return codedFields().flatMap((field) => codesOf(field).map((code) => termOf(field, code, words)));
}

function termOf(field: Field, code: string, words: Words): Thing {
  const name = label(field, code, words);
  return {
    id: termId(field, code),
    code,
    name,
    description: name,
    taxonomy: field.name,
    taxonomy_id: taxonomyId(field),
    language: words.tag,
  };
}

/** The name of a code in words: those of a page, in the language of the export. */
export function label(field: Field, code: string, words: Words): string {
  return showValue(field, field.kind === 'codes' ? [code] : code, words)
    .map(({ text }) => text)
    .join(', ');
}

/** What a thing is said to be, with the terms; own words of an organisation come without one. */
export function attributes(
  entity: 'organization' | 'service',
  id: string,
  fields: Iterable<Field>,
  facts: Thing,
  words: Words,
): readonly Thing[] {
  return [...fields].flatMap((field): Thing[] => {
    const value = facts[field.name];
    const codes = Array.isArray(value)
      ? value.filter((part) => typeof part === 'string')
      : typeof value === 'string'
        ? [value]
        : [];
    if (field.kind === 'topics') {
      return codes.map((topic) => ({
        id: idFor(`hsds/attribute/${id}/topic/${topic}`),
        link_id: id,
        link_entity: entity,
        link_type: 'topics',
        value: topic,
        label: topic,
      }));
    }
    if (field.kind !== 'code' && field.kind !== 'codes' && field.kind !== 'answer') return [];
    return codes.map((code) => ({
      id: idFor(`hsds/attribute/${id}/${field.name}/${code}`),
      link_id: id,
      link_entity: entity,
      link_type: field.name,
      taxonomy_term_id: termId(field, code),
      value: code,
      taxonomy_term: termOf(field, code, words),
    }));
  });
}
