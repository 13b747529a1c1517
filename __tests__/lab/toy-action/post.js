console.log(`post has ${process.env['STATE_kept']} and ${process.env['TOY_HOME']}`);
