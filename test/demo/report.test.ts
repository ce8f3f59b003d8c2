import { reasonsOf, tableOf } from '../../demo/report';

const notSent = [
	{ order: 'A-1', reason: 'The phone "12" is no phone number.' },
	{ order: 'A-2', reason: 'The gateway refused 79990170001: on the stop list' },
	{ order: 'A-3', reason: 'The gateway refused 79990170002: on the stop list' },
];

describe('the reasons', () => {
	it('are counted together where they differ in the phone only, the commonest first', () => {
		expect(reasonsOf(notSent)).toEqual([
			{ reason: 'The gateway refused …: on the stop list', count: 2 },
			{ reason: 'The phone … is no phone number.', count: 1 },
		]);
	});
});

describe('the table', () => {
	it('says in a few lines what became of the contacts', () => {
		const table = tableOf({ contacts: 1000, sent: 997, notSent, requests: 2, nodeTime: 1234, workflowTime: 2500, totalTime: 31_000 });
		const rows = table
			.split('\n')
			.filter((line) => line.startsWith('│'))
			.map((line) =>
				line
					.split('│')
					.slice(1, 3)
					.map((cell) => cell.trim()),
			);
		expect(rows).toEqual([
			['Contacts in the file', '1,000'],
			['Sent', '997'],
			['Not sent', '3'],
			['- The gateway refused …: on the stop list', '2'],
			['- The phone … is no phone number.', '1'],
			['Requests to the gateway', '2'],
			['Time in the Cascade Messaging node', '1.2 s'],
			['Time of the whole workflow', '2.5 s'],
			['Time of everything, n8n included', '31.0 s'],
		]);
	});
});
