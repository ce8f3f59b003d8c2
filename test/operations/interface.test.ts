import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { CascadeMessagingApi } from '../../credentials/CascadeMessagingApi.credentials';
import { propertiesOf } from '../../nodes/CascadeMessaging/operations';
import { triggerFields } from '../../nodes/CascadeMessaging/tracking/triggerFields';
import { outlineOf } from './support/outline';

const FILE = join(__dirname, 'interface.txt');

it('is as users and saved workflows know it (UPDATE_DOCS=1 writes it anew)', () => {
	const outline = `${outlineOf(propertiesOf()).join('\n')}\n`;
	if (process.env.UPDATE_DOCS !== undefined) writeFileSync(FILE, outline);

	expect(outline).toBe(readFileSync(FILE, 'utf8'));
});

it('leaves no pattern to n8n, which gives up on them where the machine is busy', () => {
	const all = [propertiesOf(), triggerFields, new CascadeMessagingApi().properties];
	expect(JSON.stringify(all)).not.toMatch(/"regex"/);
});
