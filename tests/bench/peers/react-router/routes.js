import { route } from '@react-router/dev/routes';

export default [route('salons/:salon', 'routes/room.jsx')];
