@"%~dp0..\..\node_modules\.bin\node" "%~dp0electron-stand-in.ts" %*
