export { isState } from './stateWords'; // until every import outside goes through the door
export type { Outcome } from './stateWords'; // until every import outside goes through the door
