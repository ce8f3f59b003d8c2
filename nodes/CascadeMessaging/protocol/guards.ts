export { isRecord } from './isRecord'; // until every import outside goes through the door
export { inGroups, listOf } from './lists'; // until every import outside goes through the door
export { parseJson } from './parseJson'; // until every import outside goes through the door
export { isGatewayId as isId, scalarText as textOf } from './scalars'; // until every import outside goes through the door
