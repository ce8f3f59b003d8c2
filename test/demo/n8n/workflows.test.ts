import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { dig, listAt, textAt } from '../../../demo/json';
import { filledIn } from '../../../demo/n8n/workflows';

const examples = path.join(__dirname, '../../../workflows');
const names = readdirSync(examples).map((file) => path.basename(file, '.json'));

describe.each(names)('the example "%s"', (name) => {
	const example: unknown = JSON.parse(readFileSync(path.join(examples, `${name}.json`), 'utf8'));
	const nodes = listAt(example, 'nodes');

	it('is explained by a sticky note and names no credential', () => {
		expect(nodes.map((node) => textAt(node, 'type'))).toContain('n8n-nodes-base.stickyNote');
		expect(nodes.filter((node) => dig(node, 'credentials') !== undefined)).toEqual([]);
	});

	it('gets the credential and the file when the demo imports it', () => {
		const filling = { credential: { id: '7', name: 'Demo Gateway' }, file: '/files/contacts.csv' };
		const filled = listAt(filledIn(example, filling), 'nodes');
		const ours = filled.filter((node) => textAt(node, 'type').startsWith('n8n-nodes-cascade-messaging.'));
		expect(ours.map((node) => dig(node, 'credentials', 'cascadeMessagingApi', 'id'))).toEqual(ours.map(() => '7'));
		const files = filled.map((node) => dig(node, 'parameters', 'fileSelector')).filter((file) => file !== undefined);
		expect(files.every((file) => file === '/files/contacts.csv')).toBe(true);
	});
});
