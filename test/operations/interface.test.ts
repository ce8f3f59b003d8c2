import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { propertiesOf } from '../../nodes/CascadeMessaging/operations';
import { outlineOf } from './support/outline';

const FILE = join(__dirname, 'interface.txt');

it('is as users and saved workflows know it (UPDATE_DOCS=1 writes it anew)', () => {
	const outline = `${outlineOf(propertiesOf()).join('\n')}\n`;
	if (process.env.UPDATE_DOCS !== undefined) writeFileSync(FILE, outline);

	expect(outline).toBe(readFileSync(FILE, 'utf8'));
});
