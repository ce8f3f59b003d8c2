import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../fixtures/gateway');

/** One of the worked examples, as it would come over HTTP. */
export function fixture(name: string): string {
	return readFileSync(join(FOLDER, name), 'utf8');
}

/** JSON text as values. */
export function parseJson(text: string): unknown {
	return JSON.parse(text);
}
