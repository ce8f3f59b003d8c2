import { byteRows } from './bytes';
import { connectionRows } from './connection';
import { contentRows } from './contents';
import { httpRows } from './http';
import type { Row } from './row';
import { thirdOfFiveRows } from './thirdOfFive';

export type { Expectation, Row } from './row';

/** Every fault, and what must come of it. */
export const rows: readonly Row[] = [...connectionRows, ...httpRows, ...byteRows, ...contentRows, ...thirdOfFiveRows];
