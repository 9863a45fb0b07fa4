/** The page's build, in the folder of the program beside it. */
export default { appDirectory: 'react-router', ssr: true };
