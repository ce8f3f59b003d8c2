export { statusOf } from './messageStatus'; // until every import outside goes through the door
export type { Status } from './messageStatus'; // until every import outside goes through the door
