import { aroundRows } from './around';
import { byteRows } from './bytes';
import { connectionRows } from './connection';
import { contentRows } from './contents';
import { errorRows } from './errors';
import { gateRows } from './gate';
import { getListRows } from './getLists';
import { httpRows } from './http';
import { noIdRows } from './noIds';
import type { Row } from './row';
import { statusRows } from './statuses';
import { textRows } from './texts';
import { thirdOfFiveRows } from './thirdOfFive';
import { wordRows } from './words';

export { accountOf, isOfAccount } from './account';
export { previewOf } from './previews';
export type { Expectation, Row } from './row';

/** Every fault, and what must come of it. */
export const rows: readonly Row[] = [
	...connectionRows,
	...gateRows,
	...httpRows,
	...statusRows,
	...byteRows,
	...aroundRows,
	...textRows,
	...contentRows,
	...noIdRows,
	...errorRows,
	...getListRows,
	...wordRows,
	...thirdOfFiveRows,
];
