document.title = 'A page of the tests, with its script';
