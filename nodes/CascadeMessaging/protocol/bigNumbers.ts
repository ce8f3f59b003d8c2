export { parseExactJson } from './parseJson'; // until every import outside goes through the door
