import { profiled, timesByPlace } from '../../../bench/send/profile';

const node = (id: number, functionName: string, url: string, children: number[] = []) => ({
	...{ id, children },
	callFrame: { functionName, url, scriptId: '1', lineNumber: 0, columnNumber: 0 },
});

it('counts the time by place, the longest first', () => {
	const nodes = [
		node(1, '(idle)', ''),
		node(2, 'isValid', 'file:///dist/shared/phones.js'),
		node(3, 'toOutput', 'file:///dist/nodes/CascadeMessaging/CascadeMessaging.node.js'),
		node(4, 'matchAnswers', 'file:///dist/shared/common.js'),
		node(5, 'run', '/node_modules/n8n-core/dist/workflow-execute.js'),
		node(6, 'write', 'node:net', [10]),
		node(10, 'writev', ''),
		node(7, 'later', 'file:///somewhere.js'),
		node(8, '(garbage collector)', ''),
	];
	const samples = [8, 2, 3, 3, 4, 5, 6, 7, 1, 2, 9, 10];
	const timeDeltas = [9000, 500, 300, 300, 400, 360, 310, 290, 280, 500, 1, 40];

	expect(Object.entries(timesByPlace({ nodes, samples, timeDeltas, startTime: 0, endTime: 0 }))).toEqual([
		['garbage collection', 9],
		['phone numbers (libphonenumber)', 1],
		['Send itself: items, texts, plan, output, tracking', 0.6],
		['protocol and transport: rules, packing, bodies, answers, matching', 0.4],
		['n8n', 0.36],
		['HTTP client and network', 0.35],
		['everything else', 0.291],
		['waiting for the gateway', 0.28],
	]);
});

it('sees what a piece of work does', async () => {
	const times = await profiled(async () => {
		await new Promise((resolve) => setTimeout(resolve, 50));
	});
	expect(Object.keys(times)).toContain('waiting for the gateway');
});
