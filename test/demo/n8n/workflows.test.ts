import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { dig, listAt, textAt } from '../../../demo/json';
import { filledIn } from '../../../demo/n8n/workflows';

const examples = path.join(__dirname, '../../../workflows');
const names = readdirSync(examples).map((file) => path.basename(file, '.json'));

/** What a node takes on the canvas, with its name and its subtitle below. */
const NODE_WITH_NAME = [100, 160];

describe.each(names)('the example "%s"', (name) => {
	const example: unknown = JSON.parse(readFileSync(path.join(examples, `${name}.json`), 'utf8'));
	const nodes = listAt(example, 'nodes');

	it('is explained by a sticky note and names no credential', () => {
		expect(nodes.map((node) => textAt(node, 'type'))).toContain('n8n-nodes-base.stickyNote');
		expect(nodes.filter((node) => dig(node, 'credentials') !== undefined)).toEqual([]);
	});

	it('gets the credential when the demo imports it', () => {
		const filled = listAt(filledIn(example, { id: '7', name: 'Demo Gateway' }), 'nodes');
		const ours = filled.filter((node) => textAt(node, 'type').startsWith('n8n-nodes-cascade-messaging.'));
		expect(ours.map((node) => dig(node, 'credentials', 'cascadeMessagingApi', 'id'))).toEqual(ours.map(() => '7'));
	});

	it('has a note that covers no node', () => {
		const boxes = nodes.map((node) => {
			const [x, y] = listAt(node, 'position').map(Number);
			const isNote = textAt(node, 'type') === 'n8n-nodes-base.stickyNote';
			const size = isNote ? [dig(node, 'parameters', 'width'), dig(node, 'parameters', 'height')].map(Number) : NODE_WITH_NAME;
			return { isNote, left: x ?? 0, top: y ?? 0, right: (x ?? 0) + (size[0] ?? 0), bottom: (y ?? 0) + (size[1] ?? 0) };
		});
		for (const note of boxes.filter(({ isNote }) => isNote)) {
			const covered = boxes.filter(
				(box) => box !== note && box.left < note.right && box.right > note.left && box.top < note.bottom && box.bottom > note.top,
			);
			expect(covered).toEqual([]);
		}
	});
});
