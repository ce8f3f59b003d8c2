import * as runOptions from '../../../nodes/CascadeMessaging/operations/shared/runOptions';
import { readRunSettings } from '../../../nodes/CascadeMessaging/operations/shared/runSettings';

/** What the interface shows as the default of each option. */
const shown = Object.fromEntries(Object.values(runOptions).map((option) => [option.name, option.default]));

it('an option that is not set works as its default in the interface says', () => {
	expect(readRunSettings({})).toEqual(readRunSettings(shown));
});

it('takes numbers that an expression gives as text', () => {
	const settings = readRunSettings({ recipientsPerRequest: '20.9', pauseBetweenRequests: '1,5', timeout: '30' });

	expect(settings).toMatchObject({ recipientsPerRequest: 20, pauseMilliseconds: 1500, timeoutSeconds: 30 });
});

it.each([
	[{ protocol: 'soap' }, 'Protocol must be one of json, xml, get.'],
	[{ recipientsPerRequest: 0 }, 'Recipients per Request must be 1 or more, but it is 0.'],
	[{ pauseBetweenRequests: -1 }, 'Pause Between Requests must be 0 or more, but it is -1.'],
	[{ timeout: 'soon' }, 'Timeout must be a number, but it is "soon".'],
])('refuses %j', (options, message) => {
	expect(() => readRunSettings(options)).toThrow(message);
});
