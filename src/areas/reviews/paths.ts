import { COOPERATIONS_PATH } from '../cooperations/index.ts';

export const reviewPath = (cooperation: string) => `${COOPERATIONS_PATH}/${cooperation}/rueckblick`;
export const closingPath = (cooperation: string) => `${COOPERATIONS_PATH}/${cooperation}/abschluss`;
export const endingPath = (cooperation: string) => `${closingPath(cooperation)}/beenden`;
export const exitPath = (cooperation: string) => `${COOPERATIONS_PATH}/${cooperation}/ausstieg`;
