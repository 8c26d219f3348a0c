document.title='Myaku';export {};
