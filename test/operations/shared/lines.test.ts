import { isFailure } from '../../../nodes/CascadeMessaging/operations/shared/lines';

it('tells lines that failed from those that did not', () => {
	expect(isFailure({ item: 0, failure: { code: 'x', message: 'No.' } })).toBe(true);
	expect(isFailure({ item: 0, json: { failure: 'x' } })).toBe(false);
});
