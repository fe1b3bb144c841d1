import { COOPERATIONS_PATH } from '../cooperations/index.ts';

export const AGREEMENTS_PATH = '/vereinbarungen';

/** The sheet of a cooperation: each side for itself, then together. */
export function sheetPath(cooperation: string): string {
  return `${COOPERATIONS_PATH}/${cooperation}/bogen`;
}

/** What partners want to talk about, or one point of it, beside their sheets. */
export function pointsPath(cooperation: string, point?: string): string {
  return `${sheetPath(cooperation)}#point${point === undefined ? 's' : `-${point}`}`;
}

export function agreementPath(agreement: string): string {
  return `${AGREEMENTS_PATH}/${agreement}`;
}

/** A paragraph where it is read, on the page of the agreement. */
export function readPath(agreement: string, paragraph: string): string {
  return `${agreementPath(agreement)}#p-${paragraph}`;
}

/** Where a partner says yes to what it has to say yes to. */
export function confirmPath(agreement: string): string {
  return `${agreementPath(agreement)}/zustimmung`;
}

export function versionsPath(agreement: string, number?: number): string {
  return `${agreementPath(agreement)}/fassungen${number === undefined ? '' : `/${number}`}`;
}

export function differencePath(agreement: string, from: number, to: number): string {
  return `${agreementPath(agreement)}/unterschied?von=${from}&bis=${to}`;
}

export function signPath(agreement: string): string {
  return `${agreementPath(agreement)}/unterschreiben`;
}

export function balancePath(agreement: string): string {
  return `${agreementPath(agreement)}/augenhoehe`;
}

export function pdfPath(agreement: string): string {
  return `${agreementPath(agreement)}/vereinbarung.pdf`;
}

export function archivePath(agreement: string): string {
  return `${agreementPath(agreement)}/archiv`;
}
