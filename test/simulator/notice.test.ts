import { at } from './client';
import { firstEvent } from './pageEvents';
import { simulator, useSimulator } from './runningSimulator';

useSimulator({});

it('the page says what whoever runs the simulator has to say, and how far it is', async () => {
	const notice = { title: 'n8n is being installed', text: 'Downloading', part: 0.25 };
	simulator.notice = notice;
	expect(at(await firstEvent(simulator.url), 'notice')).toEqual(notice);

	simulator.notice = undefined;
	expect(await firstEvent(simulator.url)).not.toHaveProperty('notice');
});
