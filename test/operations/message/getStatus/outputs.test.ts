import { IN_PROGRESS, outputOf, OUTPUTS, UNCLEAR } from '../../../../nodes/CascadeMessaging/operations/message/getStatus/outputs';

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
