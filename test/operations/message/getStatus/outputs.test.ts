import { IN_PROGRESS, outputOf, OUTPUTS, OUTPUTS_EXPRESSION, UNCLEAR } from '../../../../nodes/CascadeMessaging/operations/message/getStatus/outputs';

it.each([
	['delivered', 'Delivered'],
	['notDelivered', 'Undelivered'],
	['expired', 'Undelivered'],
	['noReceipt', 'Unclear'],
	['unknown', 'Unclear'],
	['inProgress', 'In Progress'],
] as const)('%s comes out of %s', (outcome, output) => {
	expect(OUTPUTS[outputOf(outcome)]).toBe(output);
});

it('has four outputs, what is unclear apart from what may be sent again', () => {
	expect(OUTPUTS).toEqual(['Delivered', 'Undelivered', 'Unclear', 'In Progress']);
	expect([UNCLEAR, IN_PROGRESS]).toEqual([2, 3]);
});

it('tells n8n of them only where Get Status is split', () => {
	const names = OUTPUTS.map((displayName) => ({ type: 'main', displayName }));
	expect(OUTPUTS_EXPRESSION).toBe(
		`={{ $parameter.operation === "getStatus" && $parameter.splitByOutcome === true ? ${JSON.stringify(names)} : ["main"] }}`,
	);
});
